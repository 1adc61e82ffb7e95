package dev.annals.store.postgres;

import java.time.Duration;

/** Lets a thread finish what it is doing, within reason. */
final class Farewell {
  private static final Duration REASON = Duration.ofSeconds(10);

  private Farewell() {}

  static void to(Thread thread) {
    try {
      var _ = thread.join(REASON);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
