package dev.annals.store.keys;

import dev.annals.crypto.DataKeys;
import dev.annals.crypto.MemoryDataKeys;

final class MemoryDataKeysTest implements DataKeysContract {
  private final DataKeys keys = new MemoryDataKeys();

  @Override
  public DataKeys keys() {
    return keys;
  }
}
