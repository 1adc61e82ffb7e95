package dev.annals.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person types to say who they are: an e-mail address or a plain name. Two that look alike
 * are alike: compatibility forms and case do not count (after RFC 8265, UsernameCaseMapped).
 *
 * @param value normalised (NFKC, lower case), 1 to 254 characters
 */
public record Login(@JsonValue String value) {
  private static final int LONGEST = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}\\p{M}.-]{1,189}");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]{0,63}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Login {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException("must have at most 254 characters");
    }
    value = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (!EMAIL.matcher(value).matches() && !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be an e-mail address or a name of letters, digits, dot, underscore and hyphen");
    }
  }

  /** What stands before the {@code @}, or the whole name: a word no password should be. */
  public String localPart() {
    int at = value.indexOf('@');
    return at < 0 ? value : value.substring(0, at);
  }

  /** Masked: personal data has no business in a log line. */
  @Override
  public String toString() {
    return "Login[…]";
  }
}
