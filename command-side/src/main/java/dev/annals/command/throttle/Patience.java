package dev.annals.command.throttle;

import java.time.Duration;

/**
 * How much waiting there may be for an attempt.
 *
 * @param perAddress wait at once; none if nobody is to wait
 * @param overall wait at once, from all addresses together
 * @param longest that one of them waits
 */
public record Patience(int perAddress, int overall, Duration longest) {

  public Patience {
    if (perAddress < 0 || overall < 0 || !longest.isPositive()) {
      throw new IllegalArgumentException("counts are not negative, and a wait takes time");
    }
  }
}
