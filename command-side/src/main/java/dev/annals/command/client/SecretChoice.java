package dev.annals.command.client;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import dev.annals.history.ApiKeys;
import dev.annals.history.EventStream;
import dev.annals.history.SecretHolder;
import java.util.List;

/** An account, its key, and the secret that this is to have: a decision on all three at once. */
public record SecretChoice(Id id, Account account, ApiKey key, SecretHolder holder) {
  public static final EventStream<Id, SecretChoice> STREAM =
      new EventStream<>(
          "secret-choice",
          SecretChoice::nothing,
          SecretChoice::evolve,
          id ->
              List.of(
                  Accounts.facts(id.account()),
                  ApiKeys.facts(id.key()),
                  SecretHolder.facts(id.secret())));

  /** Who is to have what. */
  public record Id(AccountId account, ApiKeyId key, SecretHash secret) {}

  private static SecretChoice nothing(Id id) {
    return new SecretChoice(
        id, new Account.Unknown(), new ApiKey.Unknown(), SecretHolder.nobody(id.secret()));
  }

  private static SecretChoice evolve(SecretChoice choice, Event event) {
    return new SecretChoice(
        choice.id,
        Account.evolve(choice.account, event),
        choice.key(event),
        SecretHolder.evolve(choice.holder, event));
  }

  /** The secret's history tells of other keys as well, which are not this one. */
  private ApiKey key(Event event) {
    return event instanceof ApiKeyEvent e && e.key().equals(id.key())
        ? ApiKey.evolve(key, event)
        : key;
  }
}
