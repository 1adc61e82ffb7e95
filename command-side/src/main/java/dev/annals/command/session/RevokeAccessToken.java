package dev.annals.command.session;

import dev.annals.command.decision.Decision;
import dev.annals.command.session.Sessions.Ref;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.TokenId;
import dev.annals.token.Verdict;
import java.time.Instant;

/** Ends one access token and leaves its session (RFC 7009). What is over already stays so. */
public record RevokeAccessToken(Ref target, TokenId jti, Instant at) implements SessionCommand {
  @Override
  public Decision decide(Session session) {
    return session.standing().judge(jti, at) == Verdict.GOOD
        ? Decision.accept(new AccessTokenRevoked(target.session(), target.account(), jti, at))
        : Decision.accept();
  }
}
