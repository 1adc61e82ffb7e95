package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A value that only the holder of a data key can read.
 *
 * @param text {@code <data key name>/<base64url(format || nonce || ciphertext || tag)>}, where the
 *     name says whose key
 */
public record Sealed(@JsonValue String text) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sealed {
    if (text.indexOf('/') < 1) {
      throw new IllegalArgumentException("not a sealed value");
    }
  }

  static Sealed of(DataKeyName key, byte[] box) {
    return new Sealed(key + "/" + Base64Url.encode(box));
  }

  public DataKeyName key() {
    return new DataKeyName(text.substring(0, text.indexOf('/')));
  }

  /** The id of the key-encryption key that a value is sealed under, if it is under one. */
  public Optional<String> kek() {
    return key().equals(DataKeyName.KEK)
        ? box().flatMap(KeyEncryptionKeys::sealedUnder)
        : Optional.empty();
  }

  /** The part after the key's name; empty when that is not base64url. */
  Optional<byte[]> box() {
    return Base64Url.decode(text.substring(text.indexOf('/') + 1));
  }

  @Override
  public String toString() {
    return text;
  }
}
