package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Forgets the person. The caller deletes the data key once this is durable. */
public record EraseAccount(AccountId account, AccountId by, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    return account.equals(by)
        ? Decision.refuse(Refusal.OWN_ACCOUNT)
        : Decision.accept(new AccountErased(account, known.profile().loginIndex(), at));
  }
}
