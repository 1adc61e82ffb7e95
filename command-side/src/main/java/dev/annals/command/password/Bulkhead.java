package dev.annals.command.password;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many hashings run at once, in the order they came, and only so many wait. They run
 * on threads of their own: a native call would hold on to a virtual thread's carrier.
 */
public final class Bulkhead implements AutoCloseable {
  private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

  private final ThreadPoolExecutor threads;
  private final Duration longestWait;

  /**
   * Room for a crowd of a size.
   *
   * @param longestWait after which somebody who has not been served is sent away
   */
  public Bulkhead(int running, int waiting, Duration longestWait) {
    if (running < 1 || waiting < 1 || !longestWait.isPositive()) {
      throw new IllegalArgumentException("a bulkhead runs at least one and lets at least one wait");
    }
    this.longestWait = longestWait;
    this.threads =
        new ThreadPoolExecutor(
            running,
            running,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name("password-hashing-", 1).factory());
  }

  /**
   * Has the work done elsewhere and waits for it.
   *
   * @throws TooBusy if there is no room, or there was no turn in time; then nothing was done
   * @throws java.util.concurrent.CancellationException if the caller is interrupted
   */
  public <T> T call(Supplier<T> work) {
    var turn = new Turn<T>(work);
    try {
      threads.execute(turn);
    } catch (RejectedExecutionException _) {
      throw tooBusy();
    }
    try {
      return turn.await(longestWait).orElseThrow(this::tooBusy);
    } finally {
      boolean _ = threads.remove(turn);
    }
  }

  private TooBusy tooBusy() {
    return new TooBusy(longestWait.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : longestWait);
  }

  /** How many hashings run now, about. */
  public int running() {
    return threads.getActiveCount();
  }

  /** How many wait for their turn now. */
  public int waiting() {
    return threads.getQueue().size();
  }

  /** Lets nobody in any more and returns when the last one has been served. */
  @Override
  public void close() {
    threads.close();
  }
}
