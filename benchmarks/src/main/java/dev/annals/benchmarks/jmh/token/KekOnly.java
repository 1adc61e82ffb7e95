package dev.annals.benchmarks.jmh.token;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.DataKeys;
import java.util.Optional;
import java.util.function.BiConsumer;

/** No data keys at all: signing keys are sealed under the key-encryption key itself. */
final class KekOnly implements DataKeys {
  @Override
  public Optional<byte[]> find(DataKeyName name) {
    return Optional.empty();
  }

  @Override
  public byte[] keep(DataKeyName name, byte[] wrapped) {
    throw new IllegalStateException("nothing is sealed under a data key here");
  }

  @Override
  public void forget(DataKeyName name) {}

  @Override
  public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {}

  @Override
  public void replace(DataKeyName name, byte[] wrapped, byte[] next) {}
}
