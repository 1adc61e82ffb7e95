package dev.annals.request;

import dev.annals.event.Event;
import java.time.Instant;

/** What is remembered of requests that came with an {@code Idempotency-Key}. */
public sealed interface RequestEvent extends Event {
  /**
   * A command was answered.
   *
   * @param key keyed hash of who asked and with which Idempotency-Key
   * @param fingerprint keyed hash of what was asked; another question under the same key is refused
   * @param answer status, headers and body, encrypted under a key that only the one who shows the
   *     Idempotency-Key again can help to derive
   */
  record CommandAnswered(String key, String fingerprint, String answer, Instant at)
      implements RequestEvent {}
}
