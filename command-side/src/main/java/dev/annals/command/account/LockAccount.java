package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Ends every session and lets nobody sign in until the account is unlocked. */
public record LockAccount(AccountId target, AccountId by, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered account) {
    if (target.equals(by)) {
      return Decision.refuse(Refusal.OWN_ACCOUNT);
    }
    return account.locked() ? Decision.accept() : Decision.accept(new AccountLocked(target, at));
  }
}
