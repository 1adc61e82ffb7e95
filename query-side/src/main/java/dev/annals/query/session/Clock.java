package dev.annals.query.session;

import dev.annals.query.view.Columns;
import dev.annals.query.view.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The greatest time that any event so far has named: unlike theirs, it never goes back. */
final class Clock {
  static final String TABLE =
      """
      create table clock (
        id boolean primary key,
        position bigint not null,
        reached_at timestamptz not null
      );
      """;

  private Instant reached = Instant.EPOCH;
  private boolean known;

  void load(Connection connection) throws SQLException {
    if (known) {
      return;
    }
    try (var select = connection.prepareStatement("select reached_at from clock");
        var row = select.executeQuery()) {
      if (row.next()) {
        reached = Columns.instant(row, "reached_at");
      }
    }
    known = true;
  }

  /** What was reached with this event. */
  Instant at(Recorded recorded) {
    if (recorded.at().isAfter(reached)) {
      reached = recorded.at();
    }
    return reached;
  }

  void flush(Connection connection, long position) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            "insert into clock values (true, ?, ?) on conflict (id) do update"
                + " set position = excluded.position, reached_at = excluded.reached_at")) {
      upsert.setLong(1, position);
      upsert.setObject(2, OffsetDateTime.ofInstant(reached, ZoneOffset.UTC));
      var _ = upsert.executeUpdate();
    }
  }
}
