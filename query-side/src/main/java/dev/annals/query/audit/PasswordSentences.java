package dev.annals.query.audit;

import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;

/** What happened to a password, in a sentence. */
final class PasswordSentences {
  private PasswordSentences() {}

  static String of(CredentialEvent event) {
    return switch (event) {
      case PasswordSet _ -> "The account got its first password.";
      case PasswordChanged _ ->
          "The owner changed the password, which ended all sessions but the one that did so.";
      case PasswordReset e ->
          "An administrator set a one-time password, good until %s, which ended all sessions."
              .formatted(e.goodUntil());
      case OneTimePasswordUsed _ ->
          "The one-time password was used; it is good for no other sign-in.";
      case PasswordRehashed _ -> "The same password was hashed anew, with today's parameters.";
      case PasswordRejected e -> rejected(e);
      case WrongPasswordsForgiven _ ->
          "The right password came after wrong ones, which count no more.";
    };
  }

  private static String rejected(PasswordRejected event) {
    return "A wrong password was rejected, number %d in a row%s."
        .formatted(
            event.consecutive(),
            event.waitUntil().map(end -> "; no other is looked at before " + end).orElse(""));
  }
}
