package dev.annals.query.asof;

import dev.annals.query.problem.Problem;
import dev.annals.query.upkeep.Waiting;
import java.time.Duration;
import java.util.Set;

/** How far the views that a question is about have read, and what is told if that is too little. */
public final class Freshness {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Waiting waiting;

  public Freshness(Waiting waiting) {
    this.waiting = waiting;
  }

  /** The last position that all of these have read. */
  public long reached(Set<String> views) {
    long least = views.stream().mapToLong(waiting::reached).min().orElse(0);
    if (least < 0) {
      throw Problem.of(503, "view-unavailable", "The views cannot be read now.")
          .with("Retry-After", "5");
    }
    return least;
  }

  /** Goes on only once all of these have read so far, which nobody waits for very long. */
  public void mustReach(Set<String> views, long position) {
    if (!waiting.await(views, position, PATIENCE)) {
      throw Problem.of(504, "not-caught-up", "The views have not read as far as was asked for.")
          .with("Retry-After", "1");
    }
  }

  /** Whether all of these had read this position before the time was up. */
  public boolean await(Set<String> views, long position, Duration atMost) {
    return waiting.await(views, position, atMost);
  }
}
