package dev.annals.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an account waits after wrong passwords: nothing at first, then {@code first}, doubled by
 * each further one, at most {@code longest} (NIST SP 800-63B-4, section 3.2.2).
 *
 * @param wrongOnes how many in a row lead to the first wait
 */
public record WaitPolicy(int wrongOnes, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 40;

  public WaitPolicy {
    if (wrongOnes < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "wrong passwords at least 1, first wait not negative, longest wait not below it");
    }
  }

  /** Until when to wait after this many wrong passwords in a row; empty for not at all. */
  public Optional<Instant> after(int consecutive, Instant at) {
    if (consecutive < wrongOnes) {
      return Optional.empty();
    }
    int doublings = Math.min(consecutive - wrongOnes, MOST_DOUBLINGS);
    var wait = doubled(doublings);
    return Optional.of(at.plus(wait));
  }

  private Duration doubled(int times) {
    var wait = first;
    for (int i = 0; i < times && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
