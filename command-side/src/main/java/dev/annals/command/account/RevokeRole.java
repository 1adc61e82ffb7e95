package dev.annals.command.account;

import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Lets an account do less. Nobody takes the administrator's role from himself, so one remains. */
public record RevokeRole(AccountId account, Role role, AccountId by, Instant at)
    implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    if (account.equals(by) && role.equals(Role.ADMIN)) {
      return Decision.refuse(Refusal.OWN_ACCOUNT);
    }
    return known.roles().contains(role)
        ? Decision.accept(new RoleRevoked(account, role, at))
        : Decision.accept();
  }
}
