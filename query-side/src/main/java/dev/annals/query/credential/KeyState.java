package dev.annals.query.credential;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.KeyKind;
import dev.annals.query.view.Micros;
import java.time.Instant;
import java.util.Optional;

/**
 * What an API key was between two of its events.
 *
 * @param previousGoodUntil how long a secret that a rotation replaced was to stay good
 */
public record KeyState(
    AccountId account,
    KeyKind kind,
    String name,
    Instant issuedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> rotatedAt,
    Optional<Instant> previousGoodUntil,
    Optional<Instant> revokedAt) {
  /** In one word: {@code revoked}, {@code expired} or {@code usable}; its account has a say too. */
  public String status(Instant at) {
    if (revokedAt.isPresent()) {
      return "revoked";
    }
    return expiresAt.isPresent() && !at.isBefore(expiresAt.get()) ? "expired" : "usable";
  }

  /** What is said of a key that was never issued is of no consequence. */
  public static Optional<KeyState> after(Optional<KeyState> before, ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e -> Optional.of(issued(e));
      case ApiKeyRotated e -> before.map(key -> key.rotated(e));
      case ApiKeyRevoked e -> before.map(key -> key.revoked(e));
    };
  }

  private static KeyState issued(ApiKeyIssued e) {
    return new KeyState(
        e.account(),
        e.kind(),
        e.name(),
        Micros.of(e.at()),
        e.expiresAt().map(Micros::of),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private KeyState rotated(ApiKeyRotated e) {
    return revokedAt.isPresent()
        ? this
        : new KeyState(
            account,
            kind,
            name,
            issuedAt,
            expiresAt,
            Optional.of(Micros.of(e.at())),
            previousGood(e),
            revokedAt);
  }

  /** A rotation without grace ends the secrets before it as well. */
  private Optional<Instant> previousGood(ApiKeyRotated e) {
    var replaced = e.previousGoodUntil();
    if (!e.at().isBefore(replaced)) {
      return Optional.empty();
    }
    var later = previousGoodUntil.filter(replaced::isBefore).orElse(replaced);
    return Optional.of(Micros.of(later));
  }

  private KeyState revoked(ApiKeyRevoked e) {
    return revokedAt.isPresent()
        ? this
        : new KeyState(
            account,
            kind,
            name,
            issuedAt,
            expiresAt,
            rotatedAt,
            Optional.empty(),
            Optional.of(Micros.of(e.at())));
  }
}
