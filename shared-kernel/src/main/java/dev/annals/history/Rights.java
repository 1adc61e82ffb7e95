package dev.annals.history;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import java.util.HashSet;
import java.util.Set;

/** Whether an account may be used, and as what. */
public record Rights(Set<Role> roles, boolean locked, boolean disabled) {
  /** Of an account that was just registered. */
  public static final Rights FIRST = new Rights(Set.of(), false, false);

  public Rights {
    roles = Set.copyOf(roles);
  }

  public boolean areUsable() {
    return !locked && !disabled;
  }

  public Rights evolve(AccountEvent event) {
    return switch (event) {
      case RoleGranted e -> new Rights(with(roles, e.role()), locked, disabled);
      case RoleRevoked e -> new Rights(without(roles, e.role()), locked, disabled);
      case AccountLocked _ -> new Rights(roles, true, disabled);
      case AccountUnlocked _ -> new Rights(roles, false, disabled);
      case AccountDisabled _ -> new Rights(roles, locked, true);
      case AccountEnabled _ -> new Rights(roles, locked, false);
      case AccountRegistered _, AccountErased _, LoginChanged _, AllSessionsRevoked _ -> this;
    };
  }

  static Set<Role> with(Set<Role> roles, Role granted) {
    var more = new HashSet<>(roles);
    more.add(granted);
    return Set.copyOf(more);
  }

  static Set<Role> without(Set<Role> roles, Role revoked) {
    var fewer = new HashSet<>(roles);
    fewer.remove(revoked);
    return Set.copyOf(fewer);
  }
}
