package dev.annals.command.client;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyId;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.SecretHash;

/** Replaces the secret of a key for who shows one that is good: of two who do at once, for one. */
public record RotateShownSecret(RotateApiKey rotation, SecretHash shown) implements ApiKeyCommand {
  @Override
  public ApiKeyId target() {
    return rotation.target();
  }

  @Override
  public Decision decide(ApiKey key) {
    return key.accepts(shown, rotation.at())
        ? rotation.decide(key)
        : Decision.refuse(Refusal.API_KEY_UNKNOWN);
  }
}
