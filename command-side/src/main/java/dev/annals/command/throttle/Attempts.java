package dev.annals.command.throttle;

import java.time.Duration;

/**
 * How many attempts one address has.
 *
 * @param burst at once, after a rest
 * @param refill come back, evenly, in each {@code period}
 * @param addresses are remembered; the one that has been silent longest goes first
 */
public record Attempts(int burst, int refill, Duration period, int addresses) {

  public Attempts {
    if (burst < 1 || refill < 1 || addresses < 1 || !period.isPositive()) {
      throw new IllegalArgumentException("attempts come in whole numbers, and come back");
    }
    if (period.toNanos() < refill) {
      throw new IllegalArgumentException("at most one attempt comes back in a nanosecond");
    }
  }

  /** After so long a silence an address is as good as one never seen. */
  Duration rest() {
    return period.multipliedBy(burst).dividedBy(refill).plusNanos(1);
  }
}
