package dev.annals.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.random.RandomHistory;
import dev.annals.query.random.Seals;
import dev.annals.query.view.Recorded;
import dev.annals.store.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SignedInPlanIT {
  private static final int EVENTS = 60_000;
  private static final int PAGE = 20;
  private static final Pattern READ =
      Pattern.compile("Index Scan using session_by_span.*rows=([0-9.]+) loops=([0-9]+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: ([0-9]+)");

  /** Sessions last a week or so, and the history most of a year. */
  private static final List<Recorded> HISTORY =
      new RandomHistory(5, 300, Duration.ofMinutes(7), Seals.pretended(5)).events(EVENTS);

  @Test
  void who_was_signed_in_is_found_by_an_index_that_leads_past_those_who_were_not()
      throws SQLException {
    try (var connection = filled()) {
      var middle = HISTORY.get(EVENTS / 2);

      var plan = plan(connection, middle);

      assertThat(plan).contains("session_by_span").doesNotContain("Seq Scan on session");
      var read = READ.matcher(plan);
      assertThat(read.find()).isTrue();
      var removed = REMOVED.matcher(plan);
      double looked =
          Double.parseDouble(read.group(1)) * Long.parseLong(read.group(2))
              + (removed.find() ? Long.parseLong(removed.group(1)) * 41 : 0);
      long sessions = count(connection);
      assertThat(looked).describedAs("of %d sessions%n%s", sessions, plan).isLessThan(41 * PAGE);
      assertThat(sessions).isGreaterThan(5_000);
    }
  }

  private static String plan(Connection connection, Recorded at) throws SQLException {
    var sql = "explain (analyze, costs off) " + SessionsAt.SIGNED_IN.replace("$.", "public.");
    try (var explain = connection.prepareStatement(sql)) {
      explain.setLong(1, at.position());
      explain.setObject(2, OffsetDateTime.ofInstant(at.at(), ZoneOffset.UTC));
      explain.setObject(3, new UUID(0, 0));
      explain.setInt(4, PAGE);
      try (var row = explain.executeQuery()) {
        var lines = new ArrayList<String>();
        while (row.next()) {
          lines.add(row.getString(1));
        }
        return lines.stream().collect(Collectors.joining("\n"));
      }
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from session")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection filled() throws SQLException {
    var view = new SessionView();
    var connection = TestPostgres.freshDatabase().ownerDataSource().getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute(view.tables());
      connection.setAutoCommit(false);
      view.open().apply(HISTORY, connection);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute(view.indexes());
      statement.execute("set enable_seqscan = off");
      statement.execute("analyze");
    }
    return connection;
  }
}
