package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import java.time.Instant;

/** Lifts a lock; the sessions that it ended stay ended. */
public record UnlockAccount(AccountId account, AccountId by, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    return known.locked() ? Decision.accept(new AccountUnlocked(account, at)) : Decision.accept();
  }
}
