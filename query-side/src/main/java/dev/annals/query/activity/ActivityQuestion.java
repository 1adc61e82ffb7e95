package dev.annals.query.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is asked about activity.
 *
 * @param from the first hour or day is the one that holds this instant
 * @param to the last is the one before this instant
 * @param by what counts are told apart by; those of nothing are sums
 * @param top only the groups with the greatest sums, at most so many
 */
public record ActivityQuestion(
    Instant from, Instant to, Bucket bucket, Set<Dimension> by, int top) {
  /** Most hours or days of one answer. */
  public static final int MOST_BUCKETS = 2_000;

  /** Most groups of one answer. */
  public static final int MOST_GROUPS = 100;

  /** How much time is one count. */
  public enum Bucket {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    Bucket(ChronoUnit unit) {
      this.unit = unit;
    }

    String sql() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By what counts are told apart. */
  public enum Dimension {
    OUTCOME("outcome"),
    REASON("reason"),
    FAMILY("family"),
    ADDRESS("address_index"),
    ACCOUNT("account");

    private final String column;

    Dimension(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  public ActivityQuestion {
    by = by.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(by));
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from must be before to");
    }
    if (Duration.between(from, to).dividedBy(bucket.unit.getDuration()) > MOST_BUCKETS) {
      throw new IllegalArgumentException("from and to are too far apart for this bucket");
    }
    if (top < 1 || top > MOST_GROUPS) {
      throw new IllegalArgumentException("top must be 1 to " + MOST_GROUPS);
    }
  }

  /** The beginning of the first bucket. */
  Instant first() {
    return from.truncatedTo(bucket.unit);
  }
}
