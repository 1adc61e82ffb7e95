package dev.annals.command.client;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.hash;

import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Scenario;
import dev.annals.crypto.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Ada, her one key of some kind, and secrets 1 to 3, of which somebody chooses the first. */
record Choosing(KeyKind kind) {
  static final SecretHash FIRST = hash('1');
  static final SecretHash SECOND = hash('2');
  static final SecretHash THIRD = hash('3');

  ApiKeyId key() {
    return ApiKeyId.of(ADA, kind);
  }

  SecretChoice.Id choice() {
    return new SecretChoice.Id(ADA, key(), FIRST);
  }

  Scenario<SecretChoice.Id, SecretChoice> nobody() {
    return Scenario.of(SecretChoice.STREAM, choice());
  }

  Scenario<SecretChoice.Id, SecretChoice> ada() {
    return nobody().given(REGISTERED);
  }

  ApiKeyIssued issued(SecretHash secret) {
    return new ApiKeyIssued(key(), ADA, kind, "loyalty", secret, Optional.empty(), NOON);
  }

  ApiKeyIssued issuedUntil(SecretHash secret, Instant end) {
    return new ApiKeyIssued(key(), ADA, kind, "loyalty", secret, Optional.of(end), NOON);
  }

  /** The same kind of key with this secret, of somebody else. */
  ApiKeyIssued issuedToBob(SecretHash secret) {
    var his = ApiKeyId.of(BOB, kind);
    return new ApiKeyIssued(his, BOB, kind, "his", secret, Optional.empty(), NOON);
  }

  ApiKeyRotated rotated(SecretHash secret) {
    return new ApiKeyRotated(key(), secret, LATER, NOON);
  }

  ApiKeyRotated rotatedAtOnce(SecretHash secret) {
    return new ApiKeyRotated(key(), secret, NOON, NOON);
  }

  ApiKeyRevoked revoked() {
    return new ApiKeyRevoked(key(), NOON);
  }
}
