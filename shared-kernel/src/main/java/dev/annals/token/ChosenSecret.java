package dev.annals.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of a service or private token: a UUID, which a client may have chosen, and not always
 * well. That is why its hash is keyed.
 */
public final class ChosenSecret {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private final String text;

  private ChosenSecret(String text) {
    this.text = text;
  }

  /** What somebody says it is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ChosenSecret of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("must be a UUID"));
  }

  /** Empty for anything of another shape. */
  public static Optional<ChosenSecret> parse(String text) {
    return SHAPE.matcher(text).matches()
        ? Optional.of(new ChosenSecret(text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** One that nobody chose: 122 random bits. */
  public static ChosenSecret random(Randomness randomness) {
    return new ChosenSecret(randomness.uuid4().toString());
  }

  /** What the log keeps of it. */
  public SecretHash hash(KeyedHash key) {
    return new SecretHash(key.of(text));
  }

  /** The secret itself, in lower case, to be shown once. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "ChosenSecret[masked]";
  }
}
