package dev.annals.command.session;

import dev.annals.account.Role;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionEvent;
import java.time.Instant;
import java.util.Collection;

/** What tokens a session is to be given, settled before it is decided whether it is. */
public sealed interface Issuance permits Terms, ForeignTerms {
  /** When a session ends that begins with these tokens. */
  Instant sessionExpiry();

  /** Whether a session may begin with a one-time password, in which it has to be changed. */
  boolean letsChangePassword();

  /** The issuing as a fact. */
  SessionEvent issue(Ref ref, Collection<Role> roles, boolean restricted, Instant sessionExpiry);
}
