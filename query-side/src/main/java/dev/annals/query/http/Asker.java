package dev.annals.query.http;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.event.Actor;
import dev.annals.query.problem.Problem;
import dev.annals.session.SessionId;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, proved by a token or a key that is good at this moment. Roles are those of now.
 *
 * @param session in which a person has signed in; empty for a program
 * @param restricted may do nothing but change the password
 */
public record Asker(
    AccountId account,
    Set<Role> roles,
    Actor actor,
    Optional<SessionId> session,
    boolean restricted) {

  public Asker {
    roles = Set.copyOf(roles);
  }

  public boolean is(AccountId other) {
    return account.equals(other);
  }

  public boolean isAdministrator() {
    return roles.contains(Role.ADMIN);
  }

  /** May ask about others. */
  public boolean mayAudit() {
    return roles.contains(Role.AUDITOR) || isAdministrator();
  }

  /** May ask about this account: one's own, or any as an auditor. */
  public boolean maySee(AccountId other) {
    return is(other) || mayAudit();
  }

  /** Goes on only for those who may ask about others. */
  public void mustAudit() {
    if (!mayAudit()) {
      throw Problem.of(403, "role-required", "This needs the role auditor or admin.");
    }
  }

  /** Goes on only for administrators. */
  public void mustAdminister() {
    if (!isAdministrator()) {
      throw Problem.of(403, "role-required", "This needs the role admin.");
    }
  }
}
