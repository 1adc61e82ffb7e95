package dev.annals.query.activity;

import dev.annals.query.audit.Facets;
import dev.annals.query.view.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one count is about.
 *
 * @param hour hours since 1970, UTC
 */
record Cell(
    long hour,
    String outcome,
    @Nullable String reason,
    String family,
    @Nullable String addressIndex,
    @Nullable UUID account) {
  private static final long SECONDS = 3_600;

  static Cell of(Recorded recorded, Occurrence occurrence) {
    var facets = Facets.of(recorded);
    return new Cell(
        hour(recorded.at()),
        occurrence.outcome(),
        occurrence.reason(),
        facets.family(),
        facets.addressIndex().orElse(null),
        facets.account().orElse(null));
  }

  static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  Instant begin() {
    return Instant.ofEpochSecond(hour * SECONDS);
  }
}
