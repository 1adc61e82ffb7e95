package dev.annals.command.account;

import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.crypto.Sealed;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * The password of an account.
 *
 * @param wrongOnes how many wrong ones in a row since the last right one
 * @param waitUntil before this, no attempt is looked at
 */
public record Credential(
    Sealed verifier, Optional<OneTime> oneTime, int wrongOnes, Optional<Instant> waitUntil) {

  /** A password that an administrator gave: for one sign-in, and to be changed there. */
  public record OneTime(Instant goodUntil, Optional<SessionId> usedBy) {}

  static Credential with(Sealed verifier) {
    return new Credential(verifier, Optional.empty(), 0, Optional.empty());
  }

  static Credential after(PasswordReset reset) {
    var once = new OneTime(reset.goodUntil(), Optional.empty());
    return new Credential(reset.verifier(), Optional.of(once), 0, Optional.empty());
  }

  public boolean isWaiting(Instant at) {
    return waitUntil.map(at::isBefore).orElse(false);
  }

  Credential evolve(CredentialEvent event) {
    return switch (event) {
      case PasswordSet e -> with(e.verifier());
      case PasswordChanged e -> with(e.verifier());
      case PasswordReset e -> after(e);
      case OneTimePasswordUsed e ->
          new Credential(
              verifier,
              oneTime.map(once -> new OneTime(once.goodUntil(), Optional.of(e.session()))),
              wrongOnes,
              waitUntil);
      case PasswordRehashed e -> new Credential(e.verifier(), oneTime, wrongOnes, waitUntil);
      case PasswordRejected e -> new Credential(verifier, oneTime, e.consecutive(), e.waitUntil());
      case WrongPasswordsForgiven _ -> new Credential(verifier, oneTime, 0, Optional.empty());
    };
  }
}
