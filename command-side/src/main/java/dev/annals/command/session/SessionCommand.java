package dev.annals.command.session;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.history.Session;
import dev.annals.history.Sessions.Ref;

/** The menu: what may be asked of a session that has begun. */
public sealed interface SessionCommand extends Command<Ref, Session>
    permits RefreshToken, IssueForeignTokens, SignOut, RevokeSession, RevokeAccessToken {
  @Override
  Ref target();

  @Override
  Decision decide(Session session);
}
