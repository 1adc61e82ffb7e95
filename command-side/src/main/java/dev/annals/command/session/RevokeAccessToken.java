package dev.annals.command.session;

import dev.annals.command.decision.Decision;
import dev.annals.history.Session;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.TokenId;
import dev.annals.token.Standing.Live;
import dev.annals.token.Verdict;
import java.time.Instant;

/**
 * Ends one access token and leaves its session (RFC 7009), unless it was all that the session had.
 * What is over already stays so.
 */
public record RevokeAccessToken(Ref target, TokenId jti, Instant at) implements SessionCommand {
  @Override
  public Decision decide(Session session) {
    if (session.standing().judge(jti, at) != Verdict.GOOD
        || !(session.standing() instanceof Live live)) {
      return Decision.accept();
    }
    var revoked = new AccessTokenRevoked(target.session(), target.account(), jti, at);
    return isAllOf(live)
        ? Decision.accept(
            revoked, new SessionEnded(target.session(), target.account(), EndReason.REVOKED, at))
        : Decision.accept(revoked);
  }

  private static boolean isAllOf(Live live) {
    return live.refresh().isEmpty() && live.tokens().size() == 1;
  }
}
