package dev.annals.command.client;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.SecretHash;
import java.time.Duration;
import java.time.Instant;

/**
 * Replaces the secret of a key.
 *
 * @param grace how long the previous secret stays good
 */
public record RotateApiKey(ApiKeyId target, SecretHash hash, Duration grace, Instant at)
    implements ApiKeyCommand {
  @Override
  public Decision decide(ApiKey key) {
    return switch (key) {
      case ApiKey.Usable _ -> Decision.accept(new ApiKeyRotated(target, hash, at.plus(grace), at));
      case ApiKey.Unknown _, ApiKey.Revoked _ -> Decision.refuse(Refusal.API_KEY_UNKNOWN);
    };
  }
}
