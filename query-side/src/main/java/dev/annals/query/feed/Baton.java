package dev.annals.query.feed;

import dev.annals.store.sql.Sessions;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What one process at a time can have: a session of the database with an advisory lock. Whatever
 * only its holder may write is written on this very session, so that whoever has lost it cannot.
 *
 * <p>A holder that dies loses it at once. One that hangs, or whose machine has vanished, loses it
 * when the database has not heard of it for {@value #SILENCE}.
 */
final class Baton implements AutoCloseable {
  private static final String SILENCE = "10s";

  /** The server gives up on a silent holder; on an unreachable one a little sooner. */
  private static final String TERMS =
      "set idle_session_timeout = '"
          + SILENCE
          + "'; set idle_in_transaction_session_timeout = '"
          + SILENCE
          + "'; set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2;"
          + " set tcp_keepalives_count = 3; set tcp_user_timeout = '9s'";

  private final Connection connection;
  private final String name;

  private Baton(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  static Baton reachFor(Sessions sessions, String name) throws SQLException {
    var connection = sessions.open();
    try (var statement = connection.createStatement()) {
      var _ = statement.execute(TERMS);
      return new Baton(connection, name);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes it unless somebody has it. */
  boolean take() throws SQLException {
    var sql = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /** Tells the database that the holder is alive, and the holder that it holds. */
  void show() throws SQLException {
    try (var statement = connection.createStatement()) {
      var _ = statement.execute("select 1");
    }
  }

  /** What is written on this session may be lost by a crash, whole transactions from the end. */
  void yieldDurability() throws SQLException {
    try (var statement = connection.createStatement()) {
      var _ = statement.execute("set synchronous_commit = off");
    }
  }

  /** The session whose end is the end of the lock. */
  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
