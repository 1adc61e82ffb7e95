package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Takes an account out of use, with its sessions and API keys. */
public record DisableAccount(AccountId account, AccountId by, Instant at)
    implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    if (account.equals(by)) {
      return Decision.refuse(Refusal.OWN_ACCOUNT);
    }
    return known.disabled() ? Decision.accept() : Decision.accept(new AccountDisabled(account, at));
  }
}
