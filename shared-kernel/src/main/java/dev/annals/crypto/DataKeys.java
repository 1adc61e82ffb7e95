package dev.annals.crypto;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Where wrapped data keys are kept: beside the log, because unlike the log they can be deleted. */
public interface DataKeys {
  /** The wrapped key, or empty once it has been forgotten or if it never was. */
  Optional<byte[]> find(DataKeyName name);

  /** Keeps {@code wrapped} unless there is a key already; answers the one that is kept. */
  byte[] keep(DataKeyName name, byte[] wrapped);

  /** Deletes the key for ever. Forgetting twice is the same as once. */
  void forget(DataKeyName name);

  /** Every key there is, in any order; those that come or go meanwhile may be told or not. */
  void forEach(BiConsumer<DataKeyName, byte[]> visitor);

  /** Keeps {@code next} in place of {@code wrapped}; nothing happens if that is not there now. */
  void replace(DataKeyName name, byte[] wrapped, byte[] next);
}
