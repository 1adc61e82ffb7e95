package dev.annals.command.session;

import dev.annals.account.Role;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.SecretHash;
import dev.annals.history.Session;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.EndReason;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.token.Standing.Live;
import java.util.Set;

/**
 * Exchanges the one good refresh token of a session for a new pair. A spent one that is shown again
 * is in two hands, so the session ends (RFC 9700, section 4.14.2).
 *
 * @param generation of the token that was shown, known to be ours by its MAC
 */
public record RefreshToken(Ref target, int generation, SecretHash shown, Terms terms)
    implements SessionCommand {
  @Override
  public Decision decide(Session session) {
    return session.standing() instanceof Live live
            && terms.at().isBefore(live.expiresAt())
            && live.refresh().isPresent()
        ? judge(live, live.refresh().get(), session.roles())
        : Decision.refuse(Refusal.REFRESH_REFUSED);
  }

  private Decision judge(Live live, RefreshGrant current, Set<Role> roles) {
    if (generation < current.generation()) {
      return Decision.refuse(
          Refusal.REFRESH_REFUSED,
          new RefreshTokenReused(target.session(), target.account(), generation, terms.at()),
          new SessionEnded(
              target.session(), target.account(), EndReason.REFRESH_TOKEN_REUSED, terms.at()));
    }
    boolean good = current.hash().matches(shown) && terms.at().isBefore(current.expiresAt());
    return good
        ? Decision.accept(
            terms.issue(target, roles, live.passwordChangeRequired(), live.expiresAt()))
        : Decision.refuse(Refusal.REFRESH_REFUSED);
  }
}
