package dev.annals.store.keys;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.DataKeys;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Data keys for those who open what others have sealed. */
public final class ReadDataKeys implements DataKeys {
  private final DataKeys keys;

  public ReadDataKeys(DataKeys keys) {
    this.keys = keys;
  }

  @Override
  public Optional<byte[]> find(DataKeyName name) {
    return keys.find(name);
  }

  @Override
  public byte[] keep(DataKeyName name, byte[] wrapped) {
    throw new UnsupportedOperationException("no data key is made by a reader");
  }

  @Override
  public void forget(DataKeyName name) {
    throw new UnsupportedOperationException("no data key is forgotten by a reader");
  }

  @Override
  public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {
    keys.forEach(visitor);
  }

  @Override
  public void replace(DataKeyName name, byte[] wrapped, byte[] next) {
    throw new UnsupportedOperationException("no data key is replaced by a reader");
  }
}
