package dev.annals.command.password;

import static dev.annals.command.password.Violation.NO_DIGIT;
import static dev.annals.command.password.Violation.NO_LOWERCASE;
import static dev.annals.command.password.Violation.NO_SPECIAL;
import static dev.annals.command.password.Violation.NO_UPPERCASE;
import static dev.annals.command.password.Violation.TOO_SHORT;
import static dev.annals.command.password.Violation.WHITESPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** One of each kind of character and no spaces: for those who were promised that, and only them. */
public record Composition(int minLength) implements PasswordPolicy {

  public Composition {
    if (minLength < 1) {
      throw new IllegalArgumentException("the shortest password has at least one code point");
    }
  }

  /** At least 8 code points. */
  public static Composition usual() {
    return new Composition(8);
  }

  @Override
  public List<Violation> check(Password password, Set<String> contextWords) {
    List<Violation> violations = new ArrayList<>();
    addIf(password.length() < minLength, TOO_SHORT, violations);
    addIf(!has(password, Character::isUpperCase), NO_UPPERCASE, violations);
    addIf(!has(password, Character::isLowerCase), NO_LOWERCASE, violations);
    addIf(!has(password, Character::isDigit), NO_DIGIT, violations);
    addIf(!has(password, Composition::isSpecial), NO_SPECIAL, violations);
    addIf(has(password, Composition::isSpace), WHITESPACE, violations);
    return List.copyOf(violations);
  }

  private static void addIf(boolean broken, Violation violation, List<Violation> violations) {
    if (broken) {
      violations.add(violation);
    }
  }

  private static boolean has(Password password, IntPredicate kind) {
    return password.codePoints().anyMatch(kind);
  }

  private static boolean isSpecial(int codePoint) {
    return !Character.isLetterOrDigit(codePoint) && !isSpace(codePoint);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
