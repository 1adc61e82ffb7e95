package dev.annals.command.account;

import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountId;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Ends every session of an account, for its owner too; the account itself stays as it is. */
public record RevokeAllSessions(AccountId target, Instant at)
    implements Command<AccountId, Account> {
  @Override
  public Decision decide(Account account) {
    return account instanceof Account.Registered
        ? Decision.accept(new AllSessionsRevoked(target, at))
        : Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
  }
}
