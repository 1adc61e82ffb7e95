package dev.annals.query.proof;

import dev.annals.query.view.Recorded;
import java.time.Instant;
import java.util.List;

/** Where a history was at a moment, by looking at all of it. */
final class Moments {
  private Moments() {}

  /** The last position before the first event that is later. */
  static long position(List<Recorded> history, Instant at) {
    for (var recorded : history) {
      if (recorded.at().isAfter(at)) {
        return recorded.position() - 1;
      }
    }
    return history.size();
  }

  /** The latest time that any event up to a position names. */
  static Instant reached(List<Recorded> history, long position) {
    var latest = Instant.EPOCH;
    for (var recorded : history.subList(0, (int) position)) {
      latest = recorded.at().isAfter(latest) ? recorded.at() : latest;
    }
    return latest;
  }
}
