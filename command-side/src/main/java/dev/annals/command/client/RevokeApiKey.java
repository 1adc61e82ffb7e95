package dev.annals.command.client;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyId;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;

/** Ends a key with all its secrets. */
public record RevokeApiKey(ApiKeyId target, Instant at) implements ApiKeyCommand {
  @Override
  public Decision decide(ApiKey key) {
    return switch (key) {
      case ApiKey.Usable _ -> Decision.accept(new ApiKeyRevoked(target, at));
      case ApiKey.Revoked _ -> Decision.accept();
      case ApiKey.Unknown _ -> Decision.refuse(Refusal.API_KEY_UNKNOWN);
    };
  }
}
