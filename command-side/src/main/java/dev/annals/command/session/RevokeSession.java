package dev.annals.command.session;

import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.history.Session;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.token.Standing;
import java.time.Instant;

/** Ends one session, by its owner from elsewhere or by an administrator. */
public record RevokeSession(Ref target, Instant at) implements SessionCommand {
  @Override
  public Decision decide(Session session) {
    return switch (session.standing()) {
      case Standing.Live _ ->
          Decision.accept(
              new SessionEnded(target.session(), target.account(), EndReason.REVOKED, at));
      case Standing.Over _ -> Decision.accept();
      case Standing.Unknown _ -> Decision.refuse(Refusal.SESSION_UNKNOWN);
    };
  }
}
