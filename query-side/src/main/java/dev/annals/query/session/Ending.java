package dev.annals.query.session;

import dev.annals.query.view.Recorded;
import java.time.Instant;

/** What ended something, and when, by the event's own time and by the log's. */
record Ending(long position, Instant at, Instant reached, String why) {
  static Ending by(Recorded recorded, Instant reached, String why) {
    return new Ending(recorded.position(), recorded.at(), reached, why);
  }
}
