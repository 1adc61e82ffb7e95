package dev.annals.command.session;

import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.history.Session;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.token.Standing;
import java.time.Instant;

/** The owner ends the own session. */
public record SignOut(Ref target, Instant at) implements SessionCommand {
  @Override
  public Decision decide(Session session) {
    return switch (session.standing()) {
      case Standing.Live _ ->
          Decision.accept(
              new SessionEnded(target.session(), target.account(), EndReason.SIGNED_OUT, at));
      case Standing.Over _ -> Decision.accept();
      case Standing.Unknown _ -> Decision.refuse(Refusal.SESSION_UNKNOWN);
    };
  }
}
