package dev.annals.command.password;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What we keep of a password, as a <a
 * href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string</a>:
 * parameters, salt and hash. Sealed before it goes anywhere.
 */
public final class Verifier {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,8}),p=([1-9][0-9]{0,8})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

  private final KdfParameters parameters;
  private final byte[] salt;
  private final byte[] hash;

  Verifier(KdfParameters parameters, byte[] salt, byte[] hash) {
    this.parameters = parameters;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  /** Refuses what is not ours, and parameters that would make comparing an attack. */
  public static Verifier parse(String phc) {
    Matcher matcher = SHAPE.matcher(phc);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an argon2id verifier");
    }
    var parameters = new KdfParameters(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    return new Verifier(parameters, bytes(matcher, 4), bytes(matcher, 5));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(group(matcher, group));
  }

  private static byte[] bytes(Matcher matcher, int group) {
    String text = group(matcher, group);
    byte[] bytes = decode(text);
    if (!TO_TEXT.encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("a verifier with bits that mean nothing");
    }
    return bytes;
  }

  /** The decoder's own complaint would quote the verifier. */
  private static byte[] decode(String text) {
    if (text.length() % 4 == 1) {
      throw new IllegalArgumentException("a verifier cut short");
    }
    return Base64.getDecoder().decode(text);
  }

  private static String group(Matcher matcher, int group) {
    return Objects.requireNonNull(matcher.group(group));
  }

  KdfParameters parameters() {
    return parameters;
  }

  byte[] salt() {
    return salt.clone();
  }

  int hashLength() {
    return hash.length;
  }

  /** Looks at every byte, wherever the first difference is. */
  boolean isOf(byte[] computed) {
    return org.bouncycastle.util.Arrays.constantTimeAreEqual(hash, computed);
  }

  /** The secret itself: to be sealed, and nothing else. */
  public String phc() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            parameters.memoryKiB(),
            parameters.passes(),
            parameters.lanes(),
            TO_TEXT.encodeToString(salt),
            TO_TEXT.encodeToString(hash));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verifier that
        && parameters.equals(that.parameters)
        && Arrays.equals(salt, that.salt)
        && isOf(that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    return "Verifier[***]";
  }
}
