package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import java.time.Instant;

/** Takes an account into use again. */
public record EnableAccount(AccountId account, AccountId by, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    return known.disabled() ? Decision.accept(new AccountEnabled(account, at)) : Decision.accept();
  }
}
