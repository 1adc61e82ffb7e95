package dev.annals.command.compat.databrain;

import dev.annals.command.desk.Problem;
import dev.annals.command.password.Composition;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.password.Violation;
import java.util.List;

/** What a new password must be, as the vendor promised and in joi-password's words. */
final class PasswordRules {
  static final String FIELD = "password";
  static final PasswordPolicy POLICY = Composition.usual();

  private PasswordRules() {}

  /** Goes on only with a password that has nothing against it. */
  static void judge(List<Violation> violations) {
    violations.stream()
        .findFirst()
        .ifPresent(violation -> {
          throw Problem.field(FIELD, words(violation));
        });
  }

  private static String words(Violation violation) {
    return switch (violation) {
      case TOO_SHORT -> "length must be at least " + POLICY.minLength() + " characters long";
      case NO_UPPERCASE -> "should contain at least 1 uppercase character";
      case NO_LOWERCASE -> "should contain at least 1 lowercase character";
      case NO_DIGIT -> "should contain at least 1 numeric character";
      case NO_SPECIAL -> "should contain at least 1 special character";
      case WHITESPACE -> "should not contain white spaces";
      case TOO_LONG, COMMON, REPETITIVE, SEQUENTIAL, CONTEXT -> "contains an invalid value";
    };
  }
}
