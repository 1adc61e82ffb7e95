package dev.annals.query.whatif;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.session.Family;
import java.time.Instant;
import java.util.Optional;

/**
 * What decides about an attempt on an account, besides the password.
 *
 * @param goodUntil of a one-time password, if that is what the account has
 * @param used whether that one sign-in has happened
 */
record Watched(
    Wrongs wrongs, boolean locked, boolean disabled, Optional<Instant> goodUntil, boolean used) {
  /** An account of which there is nothing to remember. */
  static final Watched PLAIN = new Watched(Wrongs.NONE, false, false, Optional.empty(), false);

  boolean isPlain() {
    return equals(PLAIN);
  }

  /** What an attempt whose password nobody compared would have done. */
  Effect unknown(Family family, Instant at) {
    boolean refused =
        goodUntil.isPresent()
            && (used || !at.isBefore(goodUntil.get()) || !family.equals(Family.ANNALS));
    return refused ? Effect.COUNTS_OR_NOT : Effect.FORGIVES_OR_COUNTS;
  }

  boolean isClosed() {
    return locked || disabled;
  }

  Watched with(Wrongs others) {
    return new Watched(others, locked, disabled, goodUntil, used);
  }

  Watched evolve(AccountEvent event) {
    return switch (event) {
      case AccountLocked _ -> closed(true, disabled);
      case AccountUnlocked _ -> closed(false, disabled);
      case AccountDisabled _ -> closed(locked, true);
      case AccountEnabled _ -> closed(locked, false);
      case AccountErased _, AccountRegistered _ -> PLAIN;
      case LoginChanged _, RoleGranted _, RoleRevoked _, AllSessionsRevoked _ -> this;
    };
  }

  /** As it was, under the policy of then. */
  Watched evolve(CredentialEvent event) {
    return switch (event) {
      case PasswordSet _, PasswordChanged _ -> given(Optional.empty());
      case PasswordReset e -> given(Optional.of(e.goodUntil()));
      case OneTimePasswordUsed _ -> new Watched(wrongs, locked, disabled, goodUntil, true);
      case PasswordRejected e -> with(Wrongs.known(e.consecutive(), e.waitUntil()));
      case WrongPasswordsForgiven _ -> with(Wrongs.NONE);
      case PasswordRehashed _ -> this;
    };
  }

  private Watched given(Optional<Instant> end) {
    return new Watched(Wrongs.NONE, locked, disabled, end, false);
  }

  private Watched closed(boolean nowLocked, boolean nowDisabled) {
    return new Watched(wrongs, nowLocked, nowDisabled, goodUntil, used);
  }
}
