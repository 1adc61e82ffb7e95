package dev.annals.query.audit;

import dev.annals.query.upkeep.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which position of the log a moment is, and the other way about. */
public final class Moments {
  private final Views views;

  public Moments(Views views) {
    this.views = views;
  }

  /** The last position before the first event that happened later; 0 before the first event. */
  public long positionAt(Instant moment) {
    return views.ask(connection -> positionAt(connection, moment));
  }

  /** Halves the log until it is found: every position has its row, and they rise with the time. */
  private long positionAt(Connection connection, Instant moment) throws SQLException {
    var sql =
        """
        with recursive between (reached, beyond) as (
          select 0::bigint, coalesce(max(position), 0) + 1 from %1$s.entry
          union all
          select case when later then reached else middle.position end,
            case when later then middle.position else beyond end
          from between
            join %1$s.entry as middle on middle.position = (reached + beyond) / 2
            cross join lateral (select middle.reached_at > ? as later) as compared
          where beyond - reached > 1
        )
        select reached from between where beyond - reached = 1
        """
            .formatted(schema());
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, storable(moment));
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("the audit view has a gap");
        }
        return row.getLong(1);
      }
    }
  }

  /** When the log had come to this position: the greatest time of the events so far. */
  public Optional<Instant> reachedAt(long position) {
    return views.ask(connection -> {
      var sql = "select reached_at from " + schema() + ".entry where position = ?";
      try (var statement = connection.prepareStatement(sql)) {
        statement.setLong(1, position);
        try (var row = statement.executeQuery()) {
          return row.next()
              ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
              : Optional.empty();
        }
      }
    });
  }

  private String schema() {
    return views.schema(AuditView.NAME);
  }

  /** Events are kept in microseconds; a moment between two of them is the one before. */
  private static OffsetDateTime storable(Instant moment) {
    var latest = Instant.parse("9999-12-31T23:59:59.999999Z");
    var bounded = moment.isAfter(latest) ? latest : moment;
    return (bounded.isBefore(Instant.EPOCH) ? Instant.EPOCH : bounded)
        .truncatedTo(ChronoUnit.MICROS)
        .atOffset(ZoneOffset.UTC);
  }
}
