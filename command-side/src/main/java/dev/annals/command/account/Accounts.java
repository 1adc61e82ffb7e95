package dev.annals.command.account;

import dev.annals.account.AccountId;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import dev.annals.history.Holders;
import java.util.List;

/** How accounts are put together. */
public final class Accounts {
  public static final EventStream<AccountId, Account> STREAM =
      new EventStream<>(
          "account",
          _ -> new Account.Unknown(),
          Account::evolve,
          account -> List.of(facts(account)));

  private Accounts() {}

  /** Everything that was ever decided about the account and its password. */
  public static Facts facts(AccountId account) {
    return Holders.facts(account);
  }
}
