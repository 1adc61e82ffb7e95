package dev.annals.client;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What history says of one API key. */
public sealed interface ApiKey {
  /** Nobody ever issued it. */
  record Unknown() implements ApiKey {}

  /**
   * It may be used.
   *
   * @param previous secrets that rotations replaced and that are still good, the newest first
   */
  record Usable(
      ApiKeyId key,
      AccountId account,
      KeyKind kind,
      String name,
      SecretHash hash,
      List<Previous> previous,
      Optional<Instant> expiresAt,
      Instant issuedAt)
      implements ApiKey {
    private static final int MOST_PREVIOUS = 16;

    public boolean isExpired(Instant at) {
      return expiresAt.map(end -> !at.isBefore(end)).orElse(false);
    }

    private boolean had(SecretHash shown, Instant at) {
      return previous.stream().anyMatch(old -> old.isGood(at) && old.hash().matches(shown));
    }

    /** A rotation without grace is for a secret that got lost: it ends those before it as well. */
    private Usable rotated(ApiKeyRotated e) {
      var replaced = new Previous(hash, e.previousGoodUntil());
      var good =
          Stream.concat(Stream.of(replaced), previous.stream())
              .filter(old -> replaced.isGood(e.at()) && old.isGood(e.at()))
              .limit(MOST_PREVIOUS)
              .toList();
      return new Usable(key, account, kind, name, e.hash(), good, expiresAt, issuedAt);
    }
  }

  /** A secret that a rotation replaced, good for a while. */
  record Previous(SecretHash hash, Instant goodUntil) {
    private boolean isGood(Instant at) {
      return at.isBefore(goodUntil);
    }
  }

  /** It was revoked. */
  record Revoked(ApiKeyId key, AccountId account, Instant at) implements ApiKey {}

  /** Whose it is, or was; nobody's before it was issued. */
  default Optional<AccountId> owner() {
    return switch (this) {
      case Usable usable -> Optional.of(usable.account());
      case Revoked revoked -> Optional.of(revoked.account());
      case Unknown _ -> Optional.empty();
    };
  }

  /** Is a secret with this hash good at this instant of the history folded here? */
  default boolean accepts(SecretHash shown, Instant at) {
    return this instanceof Usable usable
        && !usable.isExpired(at)
        && (usable.hash().matches(shown) || usable.had(shown, at));
  }

  static ApiKey evolve(ApiKey key, Event event) {
    return event instanceof ApiKeyEvent own ? evolve(key, own) : key;
  }

  private static ApiKey evolve(ApiKey key, ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e -> issued(e);
      case ApiKeyRotated e when key instanceof Usable usable -> usable.rotated(e);
      case ApiKeyRevoked e when key instanceof Usable usable ->
          new Revoked(usable.key(), usable.account(), e.at());
      case ApiKeyRotated _, ApiKeyRevoked _ -> key;
    };
  }

  private static Usable issued(ApiKeyIssued e) {
    return new Usable(
        e.key(), e.account(), e.kind(), e.name(), e.hash(), List.of(), e.expiresAt(), e.at());
  }
}
