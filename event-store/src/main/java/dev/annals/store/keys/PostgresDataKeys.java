package dev.annals.store.keys;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.DataKeys;
import dev.annals.store.LogUnavailable;
import dev.annals.store.sql.Question;
import dev.annals.store.sql.ReadingRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

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

  @Override
  public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {
    var page = page("");
    while (!page.isEmpty()) {
      page.forEach(kept -> visitor.accept(kept.name(), kept.wrapped()));
      page = page(page.getLast().name().value());
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Kept(DataKeyName name, byte[] wrapped) {}

  private List<Kept> page(String after) {
    return asked(connection -> {
      var sql = "select name, wrapped from data_key where name > ? order by name limit 1000";
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, after);
        var kept = new ArrayList<Kept>();
        try (var result = statement.executeQuery()) {
          while (result.next()) {
            kept.add(new Kept(new DataKeyName(result.getString(1)), result.getBytes(2)));
          }
        }
        return kept;
      }
    });
  }

  @Override
  public void replace(DataKeyName name, byte[] wrapped, byte[] next) {
    var _ =
        asked(connection -> {
          var sql = "update data_key set wrapped = ? where name = ? and wrapped = ?";
          try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, next);
            statement.setString(2, name.value());
            statement.setBytes(3, wrapped);
            return statement.executeUpdate();
          }
        });
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
