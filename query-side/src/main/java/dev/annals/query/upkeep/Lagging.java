package dev.annals.query.upkeep;

import java.time.Duration;

/** For how long the log has been behind what was read of it: replicas may be, not for ever. */
final class Lagging {
  private final Duration patience;
  private long since;

  Lagging(Duration patience) {
    this.patience = patience;
  }

  void isOver() {
    since = 0;
  }

  /** Whether it is no more than that, for all that is known by now. */
  boolean explains(Halt halt) {
    if (!(halt instanceof OtherLog log && log.isMaybeBehind())) {
      return false;
    }
    since = since == 0 ? System.nanoTime() : since;
    return System.nanoTime() - since < patience.toNanos();
  }
}
