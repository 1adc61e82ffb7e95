package dev.annals.crypto;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Unwrapped data keys, the recently used ones, each for a short while. Those whose time is over go
 * when any key is asked for.
 */
final class DataKeyCache {
  private record Entry(DataKey key, long since) {}

  /** How often in a key's time it is looked whether others' are over. */
  private static final int SWEEPS = 10;

  private final Map<DataKeyName, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final int capacity;
  private final long lifetime;
  private final LongSupplier nanoTime;
  private long evictions;
  private long swept;

  DataKeyCache(int capacity, Duration lifetime, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.lifetime = lifetime.toNanos();
    this.nanoTime = nanoTime;
    this.swept = nanoTime.getAsLong();
  }

  synchronized Optional<DataKey> find(DataKeyName name) {
    long now = nanoTime.getAsLong();
    if (now - swept >= lifetime / SWEEPS) {
      entries.values().removeIf(entry -> isOver(entry, now));
      swept = now;
    }
    Entry entry = entries.get(name);
    return Optional.ofNullable(entry).filter(kept -> !isOver(kept, now)).map(Entry::key);
  }

  private boolean isOver(Entry entry, long now) {
    return now - entry.since() >= lifetime;
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
