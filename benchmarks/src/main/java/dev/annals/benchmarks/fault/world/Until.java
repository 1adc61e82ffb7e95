package dev.annals.benchmarks.fault.world;

import java.sql.SQLException;
import java.time.Duration;

/** Waits, but not for ever: what never comes is a violation too. */
public final class Until {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private Until() {}

  /** What is waited for; a database that is away is no answer. */
  public interface Condition {
    boolean holds() throws SQLException;
  }

  /** What was waited for did not come. */
  public static final class Never extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Never(String what) {
      super("never came in " + PATIENCE.toSeconds() + " s: " + what);
    }
  }

  public static void holds(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answered(condition)) {
      if (System.nanoTime() - end > 0) {
        throw new Never(what);
      }
      Thread.sleep(25);
    }
  }

  private static boolean answered(Condition condition) {
    try {
      return condition.holds();
    } catch (SQLException _) {
      return false;
    }
  }
}
