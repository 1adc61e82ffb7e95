package dev.annals.token;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountId;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What history says of one session: folded from the session's own events and those of its account,
 * up to any position, it answers for that position whether a token is good. The same function
 * serves now, last March and what-if.
 */
public sealed interface Standing {
  /** Nothing was ever heard of this session. */
  record Unknown() implements Standing {}

  /**
   * The session goes on.
   *
   * @param tokens not yet over, oldest first, at most {@link #MOST_TOKENS} of a use; a foreign
   *     family's refresh tokens are among them
   * @param refresh our own refresh token that may still be used; empty before the first, and in
   *     foreign families
   */
  record Live(
      SessionId session,
      AccountId account,
      Family family,
      Instant startedAt,
      Instant expiresAt,
      boolean passwordChangeRequired,
      List<LiveToken> tokens,
      Optional<RefreshGrant> refresh)
      implements Standing {}

  /** Nothing of the session is good any more. */
  record Over(SessionId session, AccountId account, End end, Instant at) implements Standing {}

  /** A token that history has not ended. */
  record LiveToken(TokenId jti, TokenUse use, Instant expiresAt) {}

  /** What ended a session. */
  enum End {
    SIGNED_OUT,
    REVOKED,
    REFRESH_TOKEN_REUSED,
    ALL_SESSIONS_REVOKED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_LOCKED,
    ACCOUNT_DISABLED,
    ACCOUNT_ERASED
  }

  /** With more tokens of one use alive in one session than this, the oldest of them is over. */
  int MOST_TOKENS = 64;

  /** Events of the account that have a say in its sessions. */
  Set<Class<? extends Event>> OF_THE_ACCOUNT =
      Set.of(
          AccountLocked.class,
          AccountDisabled.class,
          AccountErased.class,
          AllSessionsRevoked.class,
          PasswordChanged.class,
          PasswordReset.class);

  /** Is the token with this {@code jti} good, at this instant of the history folded here? */
  default Verdict judge(TokenId jti, Instant at) {
    return switch (this) {
      case Unknown _ -> Verdict.UNKNOWN;
      case Over _ -> Verdict.SESSION_OVER;
      case Live live when !at.isBefore(live.expiresAt()) -> Verdict.EXPIRED;
      case Live live ->
          live.tokens().stream()
              .filter(token -> token.jti().equals(jti))
              .findAny()
              .map(token -> at.isBefore(token.expiresAt()) ? Verdict.GOOD : Verdict.EXPIRED)
              .orElse(Verdict.TOKEN_OVER);
    };
  }

  static Standing evolve(Standing standing, Event event) {
    return switch (event) {
      case OfSession own -> StandingFold.own(standing, own);
      case AccountEvent account when standing instanceof Live live ->
          StandingFold.account(live, account);
      case CredentialEvent password when standing instanceof Live live ->
          StandingFold.password(live, password);
      default -> standing;
    };
  }
}
