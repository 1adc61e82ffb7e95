package dev.annals.command.throttle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where somebody stands in a lane until they are told what becomes of their attempt. */
final class Place extends CompletableFuture<Admission> {

  /** Returns when this somebody has been told, or it has taken too long. */
  void await(Duration longest) throws InterruptedException {
    try {
      Admission _ = get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // The lane says what becomes of whoever gives up: it may have admitted them meanwhile.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
