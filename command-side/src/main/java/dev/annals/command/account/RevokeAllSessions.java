package dev.annals.command.account;

import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import java.time.Instant;

/** Ends every session of an account; the account itself stays as it is. */
public record RevokeAllSessions(AccountId target, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered account) {
    return Decision.accept(new AllSessionsRevoked(target, at));
  }
}
