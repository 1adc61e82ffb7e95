package dev.annals.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The key that seals, and those before or after it, under which some things are sealed as well. */
final class KeyEncryptionKeys {
  private final KeyEncryptionKey current;
  private final Map<String, KeyEncryptionKey> known = new ConcurrentHashMap<>();

  KeyEncryptionKeys(KeyEncryptionKey current) {
    this.current = current;
    add(current);
  }

  KeyEncryptionKey current() {
    return current;
  }

  void add(KeyEncryptionKey key) {
    known.put(key.id(), key);
  }

  Optional<KeyEncryptionKey> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  byte[] wrap(byte[] context, byte[] plain) {
    return current.wrap(context, plain);
  }

  /** Empty when the value is not authentic; throws when it names a key that nobody gave. */
  Optional<byte[]> unwrap(byte[] context, byte[] wrapped) {
    return sealedUnder(wrapped).flatMap(this::find).orElse(current).unwrap(context, wrapped);
  }

  /** Whether another key than the current one is needed for it. */
  boolean isFormer(byte[] wrapped) {
    return sealedUnder(wrapped).filter(id -> !id.equals(current.id())).isPresent();
  }

  /** The id of the key that a wrapped value names. */
  static Optional<String> sealedUnder(byte[] wrapped) {
    int end = 1 + KeyEncryptionKey.ID_BYTES;
    return wrapped.length < end
        ? Optional.empty()
        : Optional.of(HexFormat.of().formatHex(Arrays.copyOfRange(wrapped, 1, end)));
  }
}
