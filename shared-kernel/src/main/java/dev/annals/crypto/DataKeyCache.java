package dev.annals.crypto;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Unwrapped data keys, the recently used ones, each for a short while. */
final class DataKeyCache {
  private record Entry(DataKey key, long since) {}

  private final Map<DataKeyName, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final int capacity;
  private final long lifetime;
  private final LongSupplier nanoTime;
  private long evictions;

  DataKeyCache(int capacity, Duration lifetime, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.lifetime = lifetime.toNanos();
    this.nanoTime = nanoTime;
  }

  synchronized Optional<DataKey> find(DataKeyName name) {
    Entry entry = entries.get(name);
    if (entry != null && nanoTime.getAsLong() - entry.since() >= lifetime) {
      entries.remove(name);
      return Optional.empty();
    }
    return Optional.ofNullable(entry).map(Entry::key);
  }

  /** What to ask for before a key is read and to show when it is put. */
  synchronized long evictions() {
    return evictions;
  }

  /** Keeps the key, unless one was evicted since it was read: it may be the one just forgotten. */
  synchronized void put(DataKeyName name, DataKey key, long evictionsBefore) {
    if (evictions != evictionsBefore) {
      return;
    }
    entries.put(name, new Entry(key, nanoTime.getAsLong()));
    if (entries.size() > capacity) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  synchronized void evict(DataKeyName name) {
    evictions++;
    entries.remove(name);
  }
}
