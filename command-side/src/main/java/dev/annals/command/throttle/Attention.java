package dev.annals.command.throttle;

import java.time.Duration;

/**
 * How many refusals the log hears of one by one in each window.
 *
 * @param perSource for one reason and one client
 * @param overall for everybody together; also the most sources a ledger remembers
 */
public record Attention(Duration window, int perSource, int overall) {

  public Attention {
    if (window.toSeconds() < 1 || perSource < 0 || overall < 0) {
      throw new IllegalArgumentException(
          "a window lasts a second at least, counts are not negative");
    }
  }
}
