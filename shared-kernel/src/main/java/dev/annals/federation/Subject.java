package dev.annals.federation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What an issuer calls a person, to the letter: the {@code sub} of its tokens (RFC 7519, section
 * 4.1.2).
 *
 * @param value 1 to 255 characters without control characters
 */
public record Subject(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,255}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Subject {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "must have 1 to 255 characters, none of them a control character");
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  /** Masked: personal data has no business in a log line. */
  @Override
  public String toString() {
    return "Subject[…]";
  }
}
