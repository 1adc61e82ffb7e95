package dev.annals.history;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import java.util.List;
import java.util.Set;

/** How API keys are put together. */
public final class ApiKeys {
  public static final EventStream<ApiKeyId, ApiKey> STREAM =
      new EventStream<>(
          "api-key", _ -> new ApiKey.Unknown(), ApiKey::evolve, key -> List.of(facts(key)));

  private ApiKeys() {}

  /** Everything that happened to the key. */
  public static Facts facts(ApiKeyId key) {
    return Facts.tagged("api-key:" + key);
  }

  /** The keys that an account was given, good or not. */
  public static Facts heldBy(AccountId account) {
    return new Facts("holder:" + account, Set.of(ApiKeyIssued.class));
  }
}
