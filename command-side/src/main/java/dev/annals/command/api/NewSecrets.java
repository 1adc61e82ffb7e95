package dev.annals.command.api;

import dev.annals.check.ChosenSecrets;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.ChosenSecret;
import org.springframework.stereotype.Component;

/** Makes the secrets of keys, each kind in its own form. */
@Component
final class NewSecrets {
  private final ChosenSecrets chosen;
  private final Randomness randomness;

  NewSecrets(ChosenSecrets chosen, Randomness randomness) {
    this.chosen = chosen;
    this.randomness = randomness;
  }

  /** A secret on its way to whoever asked for it: what is shown, and what the log keeps. */
  record NewSecret(ApiKeyId key, String text, SecretHash hash) {
    @Override
    public String toString() {
      return "NewSecret[" + key + "]";
    }
  }

  /** The first of a new key of our own API. */
  NewSecret first() {
    return ofApi(new ApiKeyId(randomness.uuid7()));
  }

  /** One that nobody chose. */
  NewSecret random(ApiKeyId key, KeyKind kind) {
    return switch (kind) {
      case API_KEY -> ofApi(key);
      case SERVICE_TOKEN, PRIVATE_TOKEN -> chosen(key, chosen.random());
    };
  }

  NewSecret chosen(ApiKeyId key, ChosenSecret secret) {
    return new NewSecret(key, secret.reveal(), chosen.hash(secret));
  }

  private NewSecret ofApi(ApiKeyId key) {
    var secret = ApiKeySecret.mint(key, randomness);
    return new NewSecret(key, secret.reveal(), secret.hash());
  }
}
