package dev.annals.command.throttle;

import java.time.Duration;

/** What a throttle says to an attempt. */
public sealed interface Admission {
  /** Go on. */
  record Admitted() implements Admission {}

  /** Come back: 429 and {@code Retry-After}. */
  record Refused(Duration retryAfter) implements Admission {}
}
