package dev.annals.account;

import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.time.Instant;
import java.util.Optional;

/** Everything that can happen to an account, in the order it usually does. */
public sealed interface AccountEvent extends Event {
  AccountId account();

  /** Somebody may sign in from now on; what they are called is sealed. */
  record AccountRegistered(
      AccountId account,
      LoginIndex loginIndex,
      Sealed login,
      Optional<Sealed> displayName,
      Instant at)
      implements AccountEvent {}

  /** Another login leads here now; the previous one is free. */
  record LoginChanged(
      AccountId account, LoginIndex previous, LoginIndex loginIndex, Sealed login, Instant at)
      implements AccountEvent {}

  /** The account may do more. */
  record RoleGranted(AccountId account, Role role, Instant at) implements AccountEvent {}

  /** The account may do less, at once. */
  record RoleRevoked(AccountId account, Role role, Instant at) implements AccountEvent {}

  /** Nobody signs in here until it is unlocked; every session has ended. */
  record AccountLocked(AccountId account, Instant at) implements AccountEvent {}

  /** The lock is gone; sessions that it ended stay ended. */
  record AccountUnlocked(AccountId account, Instant at) implements AccountEvent {}

  /** The account is out of use, for as long as nobody enables it; every session has ended. */
  record AccountDisabled(AccountId account, Instant at) implements AccountEvent {}

  /** The account is in use again. */
  record AccountEnabled(AccountId account, Instant at) implements AccountEvent {}

  /** Every session and every token issued so far is over, the account itself is not. */
  record AllSessionsRevoked(AccountId account, Instant at) implements AccountEvent {}

  /**
   * The person is forgotten: the data key is gone, the login is free, the id is never used again.
   */
  record AccountErased(AccountId account, LoginIndex loginIndex, Instant at)
      implements AccountEvent {}
}
