package dev.annals.command.password;

/** What a policy has against a password, in the order in which we say it. */
public enum Violation {
  TOO_SHORT("The password is too short."),
  TOO_LONG("The password is too long."),
  NO_UPPERCASE("The password needs an upper-case letter."),
  NO_LOWERCASE("The password needs a lower-case letter."),
  NO_DIGIT("The password needs a digit."),
  NO_SPECIAL("The password needs a character that is neither letter nor digit."),
  WHITESPACE("The password must not contain spaces."),
  COMMON("The password is one that many people use."),
  REPETITIVE("The password repeats something short."),
  SEQUENTIAL("The password is a sequence of the alphabet, digits or a keyboard."),
  CONTEXT("The password is hardly more than a name that others know.");

  private final String sentence;

  Violation(String sentence) {
    this.sentence = sentence;
  }

  /** English, for people. */
  public String sentence() {
    return sentence;
  }
}
