package dev.annals.query.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Asks the tables of one generation of a view, wherever the search path leads. */
public final class Asking {
  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final String schema;

  /**
   * Questions to the tables in that schema.
   *
   * @param schema of the generation, as the registry names it
   */
  public Asking(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /**
   * All rows of the answer.
   *
   * @param sql with {@code $.} before the name of each table
   * @param parameters as JDBC knows them, instants, and collections of longs
   */
  public <T> List<T> all(String sql, Reader<T> reader, Object... parameters) throws SQLException {
    try (var select = connection.prepareStatement(sql.replace("$.", schema + "."))) {
      for (int i = 0; i < parameters.length; i++) {
        set(select, i + 1, parameters[i]);
      }
      try (var row = select.executeQuery()) {
        var answer = new ArrayList<T>();
        while (row.next()) {
          answer.add(reader.read(row));
        }
        return answer;
      }
    }
  }

  /** The first row of the answer. */
  public <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters)
      throws SQLException {
    return all(sql, reader, parameters).stream().findFirst();
  }

  private static void set(PreparedStatement select, int index, Object value) throws SQLException {
    switch (value) {
      case Instant at ->
          select.setObject(index, OffsetDateTime.ofInstant(Micros.of(at), ZoneOffset.UTC));
      case Collection<?> positions ->
          select.setArray(index, select.getConnection().createArrayOf("int8", positions.toArray()));
      default -> select.setObject(index, value);
    }
  }
}
