package dev.annals.command.password;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One caller's place in the queue: either the work begins or the caller leaves, never both. */
final class Turn<T> extends FutureTask<Optional<T>> {
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final AtomicBoolean taken = new AtomicBoolean();

  Turn(Supplier<T> work) {
    super(() -> Optional.of(work.get()));
  }

  @Override
  public void run() {
    if (taken.compareAndSet(false, true)) {
      super.run();
    }
  }

  /** The result, or nothing if the work has not begun in time and now never will. */
  Optional<T> await(Duration longest) {
    try {
      return get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return taken.compareAndSet(false, true) ? Optional.empty() : await(FOREVER);
    } catch (InterruptedException _) {
      taken.set(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a hashing");
    } catch (ExecutionException e) {
      throw unchecked(e);
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(e);
    };
  }
}
