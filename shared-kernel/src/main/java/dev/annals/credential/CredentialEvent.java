package dev.annals.credential;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Everything that can happen to the password of an account. Verifiers are sealed PHC strings. */
public sealed interface CredentialEvent extends Event {
  AccountId account();

  /** The password that came with the registration. */
  record PasswordSet(AccountId account, Sealed verifier, Instant at) implements CredentialEvent {}

  /** The owner chose another one; only the session that did so goes on. */
  record PasswordChanged(AccountId account, SessionId session, Sealed verifier, Instant at)
      implements CredentialEvent {}

  /** An administrator gave a password for one sign-in; every session has ended. */
  record PasswordReset(AccountId account, Sealed verifier, Instant goodUntil, Instant at)
      implements CredentialEvent {}

  /** The one sign-in that a reset allows has happened. */
  record OneTimePasswordUsed(AccountId account, SessionId session, Instant at)
      implements CredentialEvent {}

  /** The same password, hashed with today's parameters. */
  record PasswordRehashed(AccountId account, Sealed verifier, Instant at)
      implements CredentialEvent {}

  /**
   * A wrong password.
   *
   * @param consecutive how many there have been since the last right one, this one included
   * @param waitUntil when the next attempt will be looked at, if this one has a consequence
   */
  record PasswordRejected(
      AccountId account, int consecutive, Optional<Instant> waitUntil, Instant at)
      implements CredentialEvent {}

  /** The right password after wrong ones: the count starts anew. */
  record WrongPasswordsForgiven(AccountId account, Instant at) implements CredentialEvent {}
}
