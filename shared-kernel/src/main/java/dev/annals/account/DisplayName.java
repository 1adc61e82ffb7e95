package dev.annals.account;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What to call a person.
 *
 * @param value normalised (NFC), 1 to 200 characters without control characters
 */
public record DisplayName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}]{1,200}");

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
