package dev.annals.command.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.stream.IntStream;

/**
 * What somebody typed as a password, in NFC so that every keyboard's é is the same é, and never
 * shown (<a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">SP 800-63B-4,
 * 3.1.1.2</a>). It has no equality: passwords are compared by their verifiers only.
 */
public final class Password {
  private static final int LONGEST = 4096;

  private final String text;

  public Password(String typed) {
    if (typed.length() > LONGEST) {
      throw new IllegalArgumentException("a password has at most " + LONGEST + " characters");
    }
    if (typed.codePoints().anyMatch(Password::isNoCharacter)) {
      throw new IllegalArgumentException("a password holds neither NUL nor half a character");
    }
    this.text = Normalizer.normalize(typed, Normalizer.Form.NFC);
  }

  private static boolean isNoCharacter(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** How long a person would say it is: in code points. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  public IntStream codePoints() {
    return text.codePoints();
  }

  /** A fresh copy, for the caller to wipe. */
  public byte[] utf8() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** For comparison with words: what is left when case and width do not matter. */
  Folded folded() {
    return Folded.of(text);
  }

  @Override
  public String toString() {
    return "Password[***]";
  }
}
