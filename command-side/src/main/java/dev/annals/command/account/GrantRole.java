package dev.annals.command.account;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import java.time.Instant;

/** Lets an account do more. */
public record GrantRole(AccountId account, Role role, AccountId by, Instant at)
    implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    return known.roles().contains(role)
        ? Decision.accept()
        : Decision.accept(new RoleGranted(account, role, at));
  }
}
