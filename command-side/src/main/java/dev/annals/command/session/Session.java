package dev.annals.command.session;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.event.Event;
import dev.annals.token.Standing;
import java.util.HashSet;
import java.util.Set;

/** A session's standing, and the roles that its next token is to name. */
public record Session(Standing standing, Set<Role> roles) {
  static final Session NOTHING = new Session(new Standing.Unknown(), Set.of());

  static Session evolve(Session session, Event event) {
    return switch (event) {
      case RoleGranted e -> session.with(e.role(), true);
      case RoleRevoked e -> session.with(e.role(), false);
      default -> new Session(Standing.evolve(session.standing, event), session.roles);
    };
  }

  private Session with(Role role, boolean granted) {
    var changed = new HashSet<>(roles);
    var _ = granted ? changed.add(role) : changed.remove(role);
    return new Session(standing, Set.copyOf(changed));
  }
}
