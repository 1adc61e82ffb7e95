package dev.annals.command.session;

import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.history.Session;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing.Live;
import dev.annals.token.Verdict;

/**
 * Gives a foreign session further tokens for a refresh token of its own, which stays good: that is
 * how those families do it.
 *
 * @param shown the refresh token that was shown
 */
public record IssueForeignTokens(Ref target, TokenId shown, ForeignTerms terms)
    implements SessionCommand {
  @Override
  public Decision decide(Session session) {
    return session.standing() instanceof Live live && isRefreshToken(live)
        ? Decision.accept(terms.issue(target, session.roles(), false, live.expiresAt()))
        : Decision.refuse(Refusal.REFRESH_REFUSED);
  }

  private boolean isRefreshToken(Live live) {
    return live.judge(shown, terms.at()) == Verdict.GOOD
        && live.tokens().stream()
            .anyMatch(token -> token.jti().equals(shown) && token.use() == TokenUse.REFRESH);
  }
}
