package dev.annals.history;

import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import java.util.List;
import java.util.Optional;

/** Which key has a secret, or had it once: the first one keeps it, so that no two ever share it. */
public record SecretHolder(SecretHash secret, Optional<ApiKeyId> key) {
  public static final EventStream<SecretHash, SecretHolder> STREAM =
      new EventStream<>(
          "secret", SecretHolder::nobody, SecretHolder::evolve, secret -> List.of(facts(secret)));

  public static SecretHolder nobody(SecretHash secret) {
    return new SecretHolder(secret, Optional.empty());
  }

  /** Everything that gave the secret to a key. */
  public static Facts facts(SecretHash secret) {
    return Facts.tagged("secret:" + secret);
  }

  public static SecretHolder evolve(SecretHolder holder, Event event) {
    return switch (event) {
      case ApiKeyIssued e when e.hash().equals(holder.secret) -> holder.or(e.key());
      case ApiKeyRotated e when e.hash().equals(holder.secret) -> holder.or(e.key());
      default -> holder;
    };
  }

  private SecretHolder or(ApiKeyId next) {
    return new SecretHolder(secret, key.or(() -> Optional.of(next)));
  }
}
