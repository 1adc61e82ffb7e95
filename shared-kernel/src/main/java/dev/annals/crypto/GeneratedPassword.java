package dev.annals.crypto;

import java.util.random.RandomGenerator;

/** Passwords that can be copied from a screen: no two characters in them look alike. */
final class GeneratedPassword {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 24;
  private static final int GROUP = 4;

  private GeneratedPassword() {}

  /** Drawn again until every composition rule in use would have it. */
  static String from(RandomGenerator source) {
    while (true) {
      String drawn = draw(source);
      if (drawn.chars().anyMatch(Character::isUpperCase)
          && drawn.chars().anyMatch(Character::isLowerCase)
          && drawn.chars().anyMatch(Character::isDigit)) {
        return drawn;
      }
    }
  }

  private static String draw(RandomGenerator source) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        drawn.append('-');
      }
      drawn.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
    }
    return drawn.toString();
  }
}
