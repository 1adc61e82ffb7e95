package dev.annals.command.account;

import dev.annals.account.AccountId;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;

/** The menu: what an administrator may ask of an account. */
public sealed interface AccountCommand extends Command<AccountId, Account>
    permits GrantRole,
        RevokeRole,
        LockAccount,
        UnlockAccount,
        DisableAccount,
        EnableAccount,
        EraseAccount,
        RevokeAllSessions {

  Decision decideKnown(Account.Registered account);

  @Override
  default Decision decide(Account account) {
    return switch (account) {
      case Account.Registered known -> decideKnown(known);
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }
}
