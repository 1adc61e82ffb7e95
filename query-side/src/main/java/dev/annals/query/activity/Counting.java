package dev.annals.query.activity;

import static dev.annals.query.view.Columns.instant;

import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.query.view.View;
import dev.annals.session.SessionEvent.SessionStarted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds up a batch in memory, and adds the sums to those in the table by one statement; of hours
 * that are later than all in the table, there is nothing to add to.
 */
final class Counting implements View.Filling {
  private static final String ADD =
      """
      insert into activity (hour, outcome, reason, family, address_index, account, count)
      select timestamptz 'epoch' + hour * interval '1 hour',
        outcome, reason, family, address_index, account, count
      from unnest(
          ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[])
        as counted (hour, outcome, reason, family, address_index, account, count)
      on conflict (hour, outcome, reason, family, address_index, account)
      do update set count = activity.count + excluded.count
      """;
  private static final String REMEMBER =
      "insert into signed_in (session) values (?)"
          + " on conflict (one) do update set session = excluded.session";

  private static final List<String> COLUMNS =
      List.of("hour", "outcome", "reason", "family", "address_index", "account", "count");

  private final Rows rows = new Rows("activity", COLUMNS);
  private boolean remembered;
  private long latest = Long.MIN_VALUE;
  private @Nullable UUID signedIn;

  @Override
  public void apply(List<Recorded> events, Connection connection) throws SQLException {
    if (!remembered) {
      latest = latest(connection);
    }
    var before = signedIn(connection);
    signedIn = before;
    var counts = new HashMap<Cell, Long>();
    for (var event : events) {
      count(event, counts);
    }
    add(counts, connection);
    if (signedIn != null && !signedIn.equals(before)) {
      remember(signedIn, connection);
    }
    remembered = true;
  }

  private void count(Recorded recorded, Map<Cell, Long> counts) {
    if (recorded.event() instanceof SessionStarted started) {
      signedIn = started.session().value();
    }
    for (var occurrence : Occurrence.of(recorded.event(), signedIn)) {
      var _ = counts.merge(Cell.of(recorded, occurrence), occurrence.times(), Long::sum);
    }
  }

  private void add(Map<Cell, Long> counts, Connection connection) throws SQLException {
    var known = new HashMap<Cell, Long>();
    long reached = latest;
    for (var count : counts.entrySet()) {
      var cell = count.getKey();
      if (cell.hour() > latest) {
        write(cell, count.getValue());
        reached = Math.max(reached, cell.hour());
      } else {
        known.put(cell, count.getValue());
      }
    }
    rows.flush(connection);
    addToKnown(known, connection);
    latest = reached;
  }

  private void write(Cell cell, long count) {
    var _ =
        rows.row()
            .add(cell.begin())
            .add(cell.outcome())
            .add(cell.reason())
            .add(cell.family())
            .add(cell.addressIndex())
            .add(cell.account())
            .add(count);
  }

  private static void addToKnown(Map<Cell, Long> counts, Connection connection)
      throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    var cells = counts.keySet();
    try (var statement = connection.prepareStatement(ADD)) {
      var columns =
          List.of(
              connection.createArrayOf("int8", cells.stream().map(Cell::hour).toArray()),
              connection.createArrayOf("text", cells.stream().map(Cell::outcome).toArray()),
              connection.createArrayOf("text", cells.stream().map(Cell::reason).toArray()),
              connection.createArrayOf("text", cells.stream().map(Cell::family).toArray()),
              connection.createArrayOf("text", cells.stream().map(Cell::addressIndex).toArray()),
              connection.createArrayOf("uuid", cells.stream().map(Cell::account).toArray()),
              connection.createArrayOf("int8", counts.values().toArray()));
      for (int i = 0; i < columns.size(); i++) {
        statement.setArray(i + 1, columns.get(i));
      }
      var _ = statement.executeUpdate();
    }
  }

  /** The last hour in the table. */
  private static long latest(Connection connection) throws SQLException {
    var sql = "select hour from activity order by hour desc limit 1";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? Cell.hour(instant(row, "hour")) : Long.MIN_VALUE;
    }
  }

  private @Nullable UUID signedIn(Connection connection) throws SQLException {
    if (remembered) {
      return signedIn;
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select session from signed_in")) {
      return row.next() ? row.getObject(1, UUID.class) : null;
    }
  }

  private static void remember(UUID session, Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(REMEMBER)) {
      statement.setObject(1, session);
      var _ = statement.executeUpdate();
    }
  }
}
