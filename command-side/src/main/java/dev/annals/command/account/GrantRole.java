package dev.annals.command.account;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import java.time.Instant;

/** Lets an account do more. */
public record GrantRole(AccountId target, Role role, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered account) {
    return account.roles().contains(role)
        ? Decision.accept()
        : Decision.accept(new RoleGranted(target, role, at));
  }
}
