package dev.annals.standalone.fault.client;

import java.time.Duration;
import java.time.Instant;

/** What the server's clock may have shown, from the earliest to the latest, while it was asked. */
public record Moments(Instant earliest, Instant latest) {
  /** Tokens know whole seconds only, and the server takes tokens of a minute ahead. */
  private static final Duration BLUR = Duration.ofSeconds(2);

  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  /** For sure within a token's time. */
  public boolean areWithin(Instant issued, Instant expires) {
    return latest.isBefore(expires.minus(BLUR))
        && !earliest.plus(CLOCKS_APART).isBefore(issued.plus(BLUR));
  }

  /** For sure before or after a token's time. */
  public boolean areOutside(Instant issued, Instant expires) {
    return earliest.isAfter(expires.plus(BLUR))
        || latest.plus(CLOCKS_APART).isBefore(issued.minus(BLUR));
  }
}
