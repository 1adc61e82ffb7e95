package dev.annals.store.keys;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.DataKeys;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Data keys without durability, for tests that need no server. */
public final class MemoryDataKeys implements DataKeys {
  private final Map<DataKeyName, byte[]> keys = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> find(DataKeyName name) {
    return Optional.ofNullable(keys.get(name)).map(byte[]::clone);
  }

  @Override
  public byte[] keep(DataKeyName name, byte[] wrapped) {
    return keys.computeIfAbsent(name, _ -> wrapped.clone()).clone();
  }

  @Override
  public void forget(DataKeyName name) {
    keys.remove(name);
  }

  @Override
  public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {
    keys.forEach(visitor);
  }

  @Override
  public void replace(DataKeyName name, byte[] old, byte[] next) {
    keys.computeIfPresent(name, (_, kept) -> Arrays.equals(kept, old) ? next.clone() : kept);
  }
}
