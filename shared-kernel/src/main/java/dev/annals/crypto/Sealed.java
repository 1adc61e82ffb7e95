package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that only the holder of a data key can read.
 *
 * @param text {@code <data key name>/<base64url(nonce || ciphertext || tag)>}
 */
public record Sealed(@JsonValue String text) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sealed {
    if (text.indexOf('/') < 1) {
      throw new IllegalArgumentException("not a sealed value");
    }
  }

  public DataKeyName key() {
    return new DataKeyName(text.substring(0, text.indexOf('/')));
  }

  /** The part after the key's name. */
  String box() {
    return text.substring(text.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
