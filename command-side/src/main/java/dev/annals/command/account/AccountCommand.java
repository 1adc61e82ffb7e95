package dev.annals.command.account;

import dev.annals.account.AccountId;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;

/** The menu: what an administrator may ask of an account, as long as that role lasts. */
public sealed interface AccountCommand extends Command<Administration.Id, Administration>
    permits GrantRole,
        RevokeRole,
        LockAccount,
        UnlockAccount,
        DisableAccount,
        EnableAccount,
        EraseAccount {

  AccountId account();

  AccountId by();

  Decision decideKnown(Account.Registered known);

  @Override
  default Administration.Id target() {
    return new Administration.Id(account(), by());
  }

  @Override
  default Decision decide(Administration administration) {
    return administration.isByAdministrator()
        ? decideOn(administration.target())
        : Decision.refuse(Refusal.ROLE_REQUIRED);
  }

  private Decision decideOn(Account account) {
    return switch (account) {
      case Account.Registered known -> decideKnown(known);
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }
}
