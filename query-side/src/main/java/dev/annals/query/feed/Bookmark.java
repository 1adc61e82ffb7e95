package dev.annals.query.feed;

import dev.annals.store.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

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
    return place().position();
  }

  /** The same with what is there, unless an operator has moved it. */
  Place place() throws SQLException {
    var sql =
        "select position, case when event_position = position then event_id end"
            + " from relay_bookmark where name = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var result = statement.executeQuery()) {
        return result.next()
            ? new Place(result.getLong(1), Optional.ofNullable(result.getObject(2, UUID.class)))
            : new Place(0, Optional.empty());
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
  boolean move(Place from, StoredEvent to) throws SQLException {
    var sql =
        "update relay_bookmark set position = ?, event_position = ?, event_id = ?, at = now()"
            + " where name = ? and position = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, to.position());
      statement.setLong(2, to.position());
      statement.setObject(3, to.id());
      statement.setString(4, name);
      statement.setLong(5, from.position());
      return statement.executeUpdate() == 1;
    }
  }
}
