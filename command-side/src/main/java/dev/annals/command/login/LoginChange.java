package dev.annals.command.login;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.event.Event;
import dev.annals.history.EventStream;
import java.util.List;

/** The account and the login it wishes for: a decision on both at once. */
public record LoginChange(AccountId id, Account account, LoginClaim claim) {
  public static final EventStream<Id, LoginChange> STREAM =
      new EventStream<>(
          "login-change",
          LoginChange::nothing,
          LoginChange::evolve,
          id -> List.of(Accounts.facts(id.account()), LoginClaims.facts(id.wanted())));

  /** Who wishes for what. */
  public record Id(AccountId account, LoginIndex wanted) {}

  private static LoginChange nothing(Id id) {
    return new LoginChange(id.account(), new Account.Unknown(), LoginClaim.free(id.wanted()));
  }

  private static LoginChange evolve(LoginChange change, Event event) {
    return new LoginChange(
        change.id, change.account(event), LoginClaim.evolve(change.claim, event));
  }

  /** The login's history tells of others as well, whose names and ends are not this account's. */
  private Account account(Event event) {
    return event instanceof AccountEvent e && e.account().equals(id)
        ? Account.evolve(account, event)
        : account;
  }
}
