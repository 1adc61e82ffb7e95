package dev.annals.crypto;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Data keys in memory, for tests. */
public final class MemoryDataKeys implements DataKeys {
  private final Map<DataKeyName, byte[]> wrapped = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> find(DataKeyName name) {
    return Optional.ofNullable(wrapped.get(name)).map(byte[]::clone);
  }

  @Override
  public byte[] keep(DataKeyName name, byte[] key) {
    byte[] kept = wrapped.putIfAbsent(name, key.clone());
    return kept == null ? key : kept.clone();
  }

  @Override
  public void forget(DataKeyName name) {
    wrapped.remove(name);
  }

  @Override
  public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {
    wrapped.forEach(visitor);
  }

  @Override
  public void replace(DataKeyName name, byte[] old, byte[] next) {
    wrapped.computeIfPresent(name, (_, kept) -> Arrays.equals(kept, old) ? next.clone() : kept);
  }
}
