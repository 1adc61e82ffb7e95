package dev.annals.query.forensics;

import java.time.Instant;

/** Finds the position of an instant, and the instant of a position. */
public interface Moments {
  /** Whatever is in the log by now. */
  Moment now();

  /** Right after the event at this position. */
  Moment at(long position);

  /** Before the first event that happened later than this. */
  Moment at(Instant instant);
}
