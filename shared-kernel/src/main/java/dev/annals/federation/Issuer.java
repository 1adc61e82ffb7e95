package dev.annals.federation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Who issues tokens, to the letter: the {@code iss} of its tokens (RFC 7519, section 4.1.1), of
 * which two that differ in a slash are two.
 *
 * @param value 1 to 1024 printable ASCII characters
 */
public record Issuer(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,1024}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Issuer {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be a URL of at most 1024 printable ASCII characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
