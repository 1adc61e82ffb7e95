package dev.annals.query.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as a table keeps them, so that what is read back equals what was written. */
public final class Micros {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Micros() {}

  /** In microseconds, and within the years that a database can count with. */
  public static Instant of(Instant at) {
    return at.isAfter(LATEST) ? LATEST : at.truncatedTo(ChronoUnit.MICROS);
  }
}
