package dev.annals.client;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import java.time.Instant;
import java.util.Optional;

/** What history says of one API key. */
public sealed interface ApiKey {
  /** Nobody ever issued it. */
  record Unknown() implements ApiKey {}

  /** It may be used. */
  record Usable(
      ApiKeyId key,
      AccountId account,
      String name,
      SecretHash hash,
      Optional<Previous> previous,
      Optional<Instant> expiresAt,
      Instant issuedAt)
      implements ApiKey {}

  /** The secret that a rotation replaced, good for a while. */
  record Previous(SecretHash hash, Instant goodUntil) {}

  /** It was revoked. */
  record Revoked(ApiKeyId key, AccountId account, Instant at) implements ApiKey {}

  /** Is a secret with this hash good at this instant of the history folded here? */
  default boolean accepts(SecretHash shown, Instant at) {
    return this instanceof Usable usable
        && usable.expiresAt().map(at::isBefore).orElse(true)
        && (usable.hash().matches(shown)
            || usable
                .previous()
                .filter(old -> old.hash().matches(shown) && at.isBefore(old.goodUntil()))
                .isPresent());
  }

  static ApiKey evolve(ApiKey key, Event event) {
    return event instanceof ApiKeyEvent own ? evolve(key, own) : key;
  }

  private static ApiKey evolve(ApiKey key, ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e ->
          new Usable(
              e.key(), e.account(), e.name(), e.hash(), Optional.empty(), e.expiresAt(), e.at());
      case ApiKeyRotated e when key instanceof Usable usable -> rotated(usable, e);
      case ApiKeyRevoked e when key instanceof Usable usable ->
          new Revoked(usable.key(), usable.account(), e.at());
      case ApiKeyRotated _, ApiKeyRevoked _ -> key;
    };
  }

  private static Usable rotated(Usable usable, ApiKeyRotated e) {
    return new Usable(
        usable.key(),
        usable.account(),
        usable.name(),
        e.hash(),
        Optional.of(new Previous(usable.hash(), e.previousGoodUntil())),
        usable.expiresAt(),
        usable.issuedAt());
  }
}
