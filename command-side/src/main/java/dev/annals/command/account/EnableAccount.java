package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import java.time.Instant;

/** Takes an account into use again. */
public record EnableAccount(AccountId target, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered account) {
    return account.disabled() ? Decision.accept(new AccountEnabled(target, at)) : Decision.accept();
  }
}
