package dev.annals.client;

import dev.annals.account.AccountId;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import java.time.Instant;
import java.util.Optional;

/** Everything that can happen to an API key, which acts for the account it belongs to. */
public sealed interface ApiKeyEvent extends Event {
  ApiKeyId key();

  /** A program was given a key. Given again, it begins anew: no earlier secret is good. */
  record ApiKeyIssued(
      ApiKeyId key,
      AccountId account,
      KeyKind kind,
      String name,
      SecretHash hash,
      Optional<Instant> expiresAt,
      Instant at)
      implements ApiKeyEvent {}

  /** Another secret took over; the previous one is good until then. */
  record ApiKeyRotated(ApiKeyId key, SecretHash hash, Instant previousGoodUntil, Instant at)
      implements ApiKeyEvent {}

  /** No secret of this key is good any more. */
  record ApiKeyRevoked(ApiKeyId key, Instant at) implements ApiKeyEvent {}
}
