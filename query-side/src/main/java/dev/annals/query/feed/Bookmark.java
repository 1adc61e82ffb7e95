package dev.annals.query.feed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How far the relay has come, in the log's own database. An operator may move it back while the
 * relay runs: what it does not find where it left it, it reads again.
 */
final class Bookmark {
  private final Connection connection;
  private final String name;

  Bookmark(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** The last position known to be in the topic; 0 for a topic that is new to this log. */
  long position() throws SQLException {
    var sql = "select position from relay_bookmark where name = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var result = statement.executeQuery()) {
        return result.next() ? result.getLong(1) : 0;
      }
    }
  }

  void create() throws SQLException {
    var sql =
        "insert into relay_bookmark (name, position, at) values (?, 0, now())"
            + " on conflict (name) do nothing";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      var _ = statement.executeUpdate();
    }
  }

  /** Moves it, unless somebody else has. */
  boolean move(long from, long to) throws SQLException {
    var sql = "update relay_bookmark set position = ?, at = now() where name = ? and position = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, to);
      statement.setString(2, name);
      statement.setLong(3, from);
      return statement.executeUpdate() == 1;
    }
  }
}
