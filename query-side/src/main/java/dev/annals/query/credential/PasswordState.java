package dev.annals.query.credential;

import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.query.view.Micros;
import java.time.Instant;
import java.util.Optional;

/**
 * When and how a password came about.
 *
 * @param goodUntil how long a one-time password may be used; empty for any other
 * @param usedAt when the one sign-in that a one-time password allows has happened
 */
public record PasswordState(
    Origin origin, Instant setAt, Optional<Instant> goodUntil, Optional<Instant> usedAt) {
  /** Who chose it, and on which occasion. */
  public enum Origin {
    REGISTRATION,
    OWN_CHANGE,
    /** An administrator's, for one sign-in. */
    RESET
  }

  static Optional<PasswordState> after(Optional<PasswordState> before, CredentialEvent event) {
    return switch (event) {
      case PasswordSet e -> Optional.of(lasting(Origin.REGISTRATION, e.at()));
      case PasswordReset e -> Optional.of(once(e));
      case PasswordChanged e -> before.map(_ -> lasting(Origin.OWN_CHANGE, e.at()));
      case OneTimePasswordUsed e -> before.map(once -> once.used(e.at()));
      case PasswordRehashed _, PasswordRejected _, WrongPasswordsForgiven _ -> before;
    };
  }

  private static PasswordState lasting(Origin origin, Instant at) {
    return new PasswordState(origin, Micros.of(at), Optional.empty(), Optional.empty());
  }

  private static PasswordState once(PasswordReset e) {
    return new PasswordState(
        Origin.RESET, Micros.of(e.at()), Optional.of(Micros.of(e.goodUntil())), Optional.empty());
  }

  private PasswordState used(Instant at) {
    return goodUntil.isPresent()
        ? new PasswordState(origin, setAt, goodUntil, Optional.of(Micros.of(at)))
        : this;
  }
}
