package dev.annals.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What to call a person.
 *
 * @param value normalised (NFC), 1 to 200 characters without control characters
 */
public record DisplayName(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}]{1,200}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DisplayName {
    value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must have 1 to 200 characters, none of them a control character");
    }
  }

  /** Masked: personal data has no business in a log line. */
  @Override
  public String toString() {
    return "DisplayName[…]";
  }
}
