package dev.annals.session;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.event.Event;
import dev.annals.federation.SubjectIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen between a sign-in and the end of its session. */
public sealed interface SessionEvent extends Event {

  /** What happened to a session that exists. */
  sealed interface OfSession extends SessionEvent {
    SessionId session();

    AccountId account();
  }

  /** A sign-in that led nowhere, other than by a wrong password. */
  record SignInRefused(
      Optional<AccountId> account, LoginIndex loginIndex, RefusalReason reason, Instant at)
      implements SessionEvent {}

  /** Another issuer vouches for somebody whom no link and no setting lets in here. */
  record StrangerRefused(SubjectIndex subject, Instant at) implements SessionEvent {}

  /** A flood of refusals told as one, so that an attacker cannot grow the log at will. */
  record RefusalsCounted(RefusalReason reason, long count, Instant from, Instant at)
      implements SessionEvent {}

  /**
   * Somebody signed in.
   *
   * @param expiresAt when the session ends whatever happens
   * @param passwordChangeRequired nothing else may be done in this session until that is done
   */
  record SessionStarted(
      SessionId session,
      AccountId account,
      Family family,
      SignInMethod method,
      Instant expiresAt,
      boolean passwordChangeRequired,
      Instant at)
      implements OfSession {}

  /** An access token and a refresh token were issued; earlier refresh tokens are spent. */
  record TokensIssued(
      SessionId session, AccountId account, AccessGrant access, RefreshGrant refresh, Instant at)
      implements OfSession {}

  /** Tokens of a foreign family were issued; those issued before stay as they were. */
  record ForeignTokensIssued(
      SessionId session, AccountId account, List<ForeignGrant> tokens, Instant at)
      implements OfSession {
    public ForeignTokensIssued {
      tokens = List.copyOf(tokens);
    }
  }

  /** A spent refresh token was shown again: somebody has a copy. */
  record RefreshTokenReused(SessionId session, AccountId account, int generation, Instant at)
      implements OfSession {}

  /** One access token is over before its time, its session is not (RFC 7009). */
  record AccessTokenRevoked(SessionId session, AccountId account, TokenId jti, Instant at)
      implements OfSession {}

  /** Nothing of this session is good any more. */
  record SessionEnded(SessionId session, AccountId account, EndReason reason, Instant at)
      implements OfSession {}
}
