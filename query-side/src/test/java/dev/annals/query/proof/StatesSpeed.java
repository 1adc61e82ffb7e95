package dev.annals.query.proof;

import dev.annals.query.account.AccountView;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.session.SessionView;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.View;
import dev.annals.store.TestPostgres;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How fast the two views are filled; run by hand: {@code -Dtest=StatesSpeed}. */
final class StatesSpeed {
  private static final int EVENTS = Integer.getInteger("annals.events", 300_000);
  private static final int BATCH = 50_000;

  @Test
  void fill() throws SQLException {
    var history = new RandomHistory(1, 5_000).events(EVENTS);
    for (int round = 0; round < 2; round++) {
      fill(new AccountView(), history);
      fill(new SessionView(), history);
    }
  }

  private static void fill(View view, List<Recorded> history) throws SQLException {
    try (var connection = connection()) {
      connection.setAutoCommit(false);
      execute(connection, view.tables());
      var filling = view.open();
      long started = System.nanoTime();
      double mine = ownSeconds();
      double backend = backendSeconds(connection);
      for (int from = 0; from < history.size(); from += BATCH) {
        filling.apply(history.subList(from, Math.min(history.size(), from + BATCH)), connection);
        connection.commit();
      }
      double filled = seconds(started);
      mine = ownSeconds() - mine;
      backend = backendSeconds(connection) - backend;
      long indexing = System.nanoTime();
      execute(connection, view.indexes());
      connection.commit();
      System.out.printf(
          "%s: %d events in %.2f s, indexes %.2f s; busy: here %.2f s, there %.2f s%n",
          view.name(), history.size(), filled, seconds(indexing), mine, backend);
    }
  }

  private static double ownSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** Of the process that serves the connection: what it has computed, whoever else computed. */
  private static double backendSeconds(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1))
          .flatMap(process -> process.info().totalCpuDuration())
          .map(spent -> spent.toMillis() / 1e3)
          .orElse(0.0);
    }
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1e3;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connection() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", TestPostgres.server().owner());
    properties.setProperty("password", TestPostgres.server().password());
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("binaryTransfer", "true");
    properties.setProperty(
        "options",
        "-c search_path=public -c synchronous_commit=off -c enable_seqscan=off"
            + " -c enable_hashjoin=off -c enable_mergejoin=off"
            + " -c plan_cache_mode=force_generic_plan -c jit=off -c maintenance_work_mem=256MB");
    return DriverManager.getConnection(TestPostgres.freshDatabase().url(), properties);
  }
}
