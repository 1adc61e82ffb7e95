package dev.annals.command.compat.mainbrainer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** From when to when a token is good, in the spellings that MainBrainer has for it. */
record Lifetime(Instant from, Instant to) {
  private static final DateTimeFormatter IN_ANSWERS = utc("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter IN_CLAIMS = utc("uuuu-MM-dd HH:mm:ss.SSS");

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** When it is over: tokens tell time in seconds, and the log is not to know better. */
  Instant expiry() {
    return to.truncatedTo(ChronoUnit.SECONDS);
  }

  long seconds() {
    return to.getEpochSecond() - from.getEpochSecond();
  }

  static String inAnswer(Instant instant) {
    return IN_ANSWERS.format(instant);
  }

  static String inClaim(Instant instant) {
    return IN_CLAIMS.format(instant);
  }
}
