package dev.annals.standalone.fault.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How far the server's clock is ahead of ours, and was. */
public final class Steps {
  private final List<Duration> all = new CopyOnWriteArrayList<>(List.of(Duration.ZERO));

  /** A moment of ours, to be compared with a later one. */
  public record Mark(int steps, Instant at) {}

  /**
   * To be called before the clock is stepped and after it: whoever asks in between is answered by
   * either.
   */
  public void to(Duration ahead) {
    all.add(ahead);
  }

  public Mark mark() {
    return new Mark(Math.max(0, all.size() - 2), Instant.now());
  }

  /** Everything that the server's clock may have shown since then. */
  public Moments since(Mark mark) {
    var seen = offsets(mark);
    return new Moments(mark.at().plus(seen.getFirst()), Instant.now().plus(seen.getLast()));
  }

  boolean stoodStill(Mark since) {
    return offsets(since).size() == 1;
  }

  private List<Duration> offsets(Mark since) {
    return all.subList(since.steps(), all.size()).stream().sorted().distinct().toList();
  }
}
