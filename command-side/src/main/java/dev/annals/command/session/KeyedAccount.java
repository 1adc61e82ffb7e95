package dev.annals.command.session;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.event.Event;
import dev.annals.history.ApiKeys;
import dev.annals.history.EventStream;
import java.util.List;

/** An account and its private token: a decision on both at once. */
public record KeyedAccount(Account account, ApiKey privateToken) {
  public static final EventStream<Id, KeyedAccount> STREAM =
      new EventStream<>(
          "keyed-account",
          _ -> new KeyedAccount(new Account.Unknown(), new ApiKey.Unknown()),
          KeyedAccount::evolve,
          id -> List.of(Accounts.facts(id.account()), ApiKeys.facts(id.key())));

  /** Whose. */
  public record Id(AccountId account) {
    private ApiKeyId key() {
      return ApiKeyId.of(account, KeyKind.PRIVATE_TOKEN);
    }
  }

  private static KeyedAccount evolve(KeyedAccount keyed, Event event) {
    return new KeyedAccount(
        Account.evolve(keyed.account, event), ApiKey.evolve(keyed.privateToken, event));
  }
}
