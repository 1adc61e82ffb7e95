package dev.annals.store.keys;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.DataKeys;
import dev.annals.store.LogUnavailable;
import dev.annals.store.sql.Question;
import dev.annals.store.sql.ReadingRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Data keys in the table beside the log. */
public final class PostgresDataKeys implements DataKeys {
  private final ReadingRoom room;

  public PostgresDataKeys(ReadingRoom room) {
    this.room = room;
  }

  @Override
  public Optional<byte[]> find(DataKeyName name) {
    return asked(connection -> find(connection, name));
  }

  /** Whoever comes first decides, also among processes. */
  @Override
  public byte[] keep(DataKeyName name, byte[] wrapped) {
    return asked(connection -> {
      insert(connection, name, wrapped);
      return find(connection, name).orElseThrow(() -> forgotten(name));
    });
  }

  private static LogUnavailable forgotten(DataKeyName name) {
    return LogUnavailable.nothingWritten("the key of " + name + " was forgotten meanwhile", null);
  }

  /** The erasure is in the log before this, so that nobody may be told that nothing is. */
  @Override
  public void forget(DataKeyName name) {
    try {
      var _ =
          room.ask(connection -> {
            try (var statement = named(connection, "delete from data_key where name = ?", name)) {
              return statement.executeUpdate();
            }
          });
    } catch (SQLException e) {
      throw LogUnavailable.outcomeUnknown(e);
    }
  }

  private static void insert(Connection connection, DataKeyName name, byte[] wrapped)
      throws SQLException {
    var sql = "insert into data_key (name, wrapped) values (?, ?) on conflict do nothing";
    try (var statement = named(connection, sql, name)) {
      statement.setBytes(2, wrapped);
      statement.executeUpdate();
    }
  }

  private static Optional<byte[]> find(Connection connection, DataKeyName name)
      throws SQLException {
    try (var statement = named(connection, "select wrapped from data_key where name = ?", name);
        var result = statement.executeQuery()) {
      return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
    }
  }

  private static PreparedStatement named(Connection connection, String sql, DataKeyName name)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setString(1, name.value());
    return statement;
  }

  private <T> T asked(Question<T> question) {
    try {
      return room.ask(question);
    } catch (SQLException e) {
      throw LogUnavailable.nothingWritten("the data keys cannot be reached", e);
    }
  }
}
