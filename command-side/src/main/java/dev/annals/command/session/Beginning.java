package dev.annals.command.session;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.Family;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The session that a sign-in is to begin. */
public record Beginning(SessionId session, Family family, SignInMethod method, Issuance issuance) {

  /** The session as facts, the tokens it begins with among them. */
  public List<Event> events(
      AccountId account, Collection<Role> roles, boolean restricted, Instant at) {
    var expiry = issuance.sessionExpiry();
    return List.of(
        new SessionStarted(session, account, family, method, expiry, restricted, at),
        issuance.issue(new Ref(session, account), roles, restricted, expiry));
  }
}
