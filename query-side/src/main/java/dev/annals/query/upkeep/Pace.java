package dev.annals.query.upkeep;

import java.time.Duration;

/**
 * How views are filled.
 *
 * @param bulk events in a transaction while far behind
 * @param page events in a transaction while near, at most
 * @param far how many events behind is far
 * @param poll how long to wait for news of the log before looking oneself
 * @param standby how often to look whether another process still follows
 * @param pause after trouble or at an event that cannot be applied; doubled up to {@code longest}
 * @param longest the longest pause; for so long may a log be behind what was read of it
 */
public record Pace(
    int bulk,
    int page,
    long far,
    Duration poll,
    Duration standby,
    Duration pause,
    Duration longest) {
  public static final Pace DEFAULT =
      new Pace(
          8_000,
          2_000,
          20_000,
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1));

  /** The pause after so many failures in a row, the first of them being number 1. */
  Duration pauseAfter(int failures) {
    var doubled = pause.multipliedBy(1L << Math.clamp(failures - 1L, 0, 16));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
