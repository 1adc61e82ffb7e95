package dev.annals.history;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.event.Event;
import dev.annals.token.Standing;
import java.util.Set;

/** A session's standing, and the roles that its next token is to name. */
public record Session(Standing standing, Set<Role> roles) implements Bulky {
  private static final int TOKENS_OF_A_USUAL_STATE = 8;

  static final Session NOTHING = new Session(new Standing.Unknown(), Set.of());

  static Session evolve(Session session, Event event) {
    return switch (event) {
      case RoleGranted e -> session.as(Rights.with(session.roles, e.role()));
      case RoleRevoked e -> session.as(Rights.without(session.roles, e.role()));
      default -> new Session(Standing.evolve(session.standing, event), session.roles);
    };
  }

  @Override
  public int bulk() {
    return standing instanceof Standing.Live live
        ? 1 + live.tokens().size() / TOKENS_OF_A_USUAL_STATE
        : 1;
  }

  private Session as(Set<Role> changed) {
    return new Session(standing, changed);
  }
}
