package dev.annals.command.compat.mainbrainer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** How long a token is asked to live. */
enum Validity {
  DEFAULT("Default"),
  SHORT_LIVE("ShortLive"),
  LONG_LIVE("LongLive");

  private static final long DEFAULT_SECONDS = 12_000 * 60;
  private static final long SHORT_SECONDS = 30;
  private static final long LONG_MONTHS = 120;

  private final String text;

  Validity(String text) {
    this.text = text;
  }

  /** By the name that clients use, in any case. */
  static Optional<Validity> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equalsIgnoreCase(text)).findFirst();
  }

  Lifetime from(Instant at) {
    return new Lifetime(
        at,
        switch (this) {
          case DEFAULT -> at.plusSeconds(DEFAULT_SECONDS);
          case SHORT_LIVE -> at.plusSeconds(SHORT_SECONDS);
          case LONG_LIVE -> at.atOffset(ZoneOffset.UTC).plusMonths(LONG_MONTHS).toInstant();
        });
  }
}
