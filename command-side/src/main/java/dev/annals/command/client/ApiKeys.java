package dev.annals.command.client;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyId;
import dev.annals.command.decision.EventStream;
import dev.annals.command.decision.Facts;
import java.util.List;

/** How API keys are put together. */
public final class ApiKeys {
  public static final EventStream<ApiKeyId, ApiKey> STREAM =
      new EventStream<>(
          "api-key",
          _ -> new ApiKey.Unknown(),
          ApiKey::evolve,
          key -> List.of(Facts.tagged("api-key:" + key)));

  private ApiKeys() {}
}
