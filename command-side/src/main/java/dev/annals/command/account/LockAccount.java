package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Ends every session and lets nobody sign in until the account is unlocked. */
public record LockAccount(AccountId account, AccountId by, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    if (account.equals(by)) {
      return Decision.refuse(Refusal.OWN_ACCOUNT);
    }
    return known.locked() ? Decision.accept() : Decision.accept(new AccountLocked(account, at));
  }
}
