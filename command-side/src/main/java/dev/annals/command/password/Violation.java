package dev.annals.command.password;

/** What a policy has against a password, in the order in which we say it. */
public enum Violation {
  TOO_SHORT("too_short", "The password is too short."),
  TOO_LONG("too_long", "The password is too long."),
  NO_UPPERCASE("no_uppercase", "The password needs an upper-case letter."),
  NO_LOWERCASE("no_lowercase", "The password needs a lower-case letter."),
  NO_DIGIT("no_digit", "The password needs a digit."),
  NO_SPECIAL("no_special", "The password needs a character that is neither letter nor digit."),
  WHITESPACE("whitespace", "The password must not contain spaces."),
  COMMON("common", "The password is one that many people use."),
  REPETITIVE("repetitive", "The password repeats something short."),
  SEQUENTIAL("sequential", "The password is a sequence of the alphabet, digits or a keyboard."),
  CONTEXT("context", "The password is hardly more than a name that others know.");

  private final String slug;
  private final String sentence;

  Violation(String slug, String sentence) {
    this.slug = slug;
    this.sentence = sentence;
  }

  /** Stable, for programs. */
  public String slug() {
    return slug;
  }

  /** English, for people. */
  public String sentence() {
    return sentence;
  }
}
