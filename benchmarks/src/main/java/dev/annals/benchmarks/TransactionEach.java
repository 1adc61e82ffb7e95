package dev.annals.benchmarks;

import dev.annals.store.sql.EventTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the log would be without group commit: lock, head, check, insert, commit for each append.
 */
final class TransactionEach implements AutoCloseable {
  private static final String CHECK =
      "select exists (select from event_tag where tag = ? and position > 0)";
  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> free;

  TransactionEach(PGSimpleDataSource database, int connections) throws SQLException {
    free = new ArrayBlockingQueue<>(connections);
    for (int i = 0; i < connections; i++) {
      var connection = database.getConnection();
      connection.setAutoCommit(false);
      all.add(connection);
      free.add(connection);
    }
  }

  void append(String session, long number) throws SQLException, InterruptedException {
    var connection = free.take();
    try {
      try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(4711)")) {
        lock.execute();
      }
      long head = EventTable.head(connection);
      if (!happened(connection, "session:" + session)) {
        EventTable.insert(connection, head + 1, List.of(Refreshes.event(session, number)));
      }
      connection.commit();
    } finally {
      free.add(connection);
    }
  }

  private static boolean happened(Connection connection, String tag) throws SQLException {
    try (var check = connection.prepareStatement(CHECK)) {
      check.setString(1, tag);
      try (var result = check.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (var connection : all) {
      connection.close();
    }
  }
}
