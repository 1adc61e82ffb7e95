package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** SHA-256 of a random secret of at least 128 bits, in base64url: enough to know it again. */
public record SecretHash(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SecretHash {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a secret's hash");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
