package dev.annals.command.login;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.EventStream;
import dev.annals.event.Event;
import java.util.List;

/** The account and the login it wishes for: a decision on both at once. */
public record LoginChange(Account account, LoginClaim claim) {
  public static final EventStream<Id, LoginChange> STREAM =
      new EventStream<>(
          "login-change",
          id -> new LoginChange(new Account.Unknown(), LoginClaim.free(id.wanted())),
          LoginChange::evolve,
          id -> List.of(Accounts.facts(id.account()), LoginClaims.facts(id.wanted())));

  /** Who wishes for what. */
  public record Id(AccountId account, LoginIndex wanted) {}

  private static LoginChange evolve(LoginChange change, Event event) {
    return new LoginChange(
        Account.evolve(change.account, event), LoginClaim.evolve(change.claim, event));
  }
}
