package dev.annals.standalone.fault.check;

import dev.annals.standalone.fault.client.Moments;
import java.time.Instant;

/** What the log says of a token at some moments. */
enum Verdict {
  GOOD,
  BAD,
  /** Its time began or ended just then. */
  EITHER;

  static Verdict of(Moments when, Instant issued, Instant expires) {
    if (when.areWithin(issued, expires)) {
      return GOOD;
    }
    return when.areOutside(issued, expires) ? BAD : EITHER;
  }

  boolean allows(boolean accepted) {
    return this == EITHER || accepted == (this == GOOD);
  }
}
