package dev.annals.query.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement that takes them all: an array a column, for {@code unnest}. Times go as
 * microseconds since 1970, which {@link #TIME} makes times again.
 */
public final class Parameters {
  /** A time in SQL, given the name of the column that holds its microseconds. */
  public static final String TIME = "(timestamptz 'epoch' + %s * interval '1 microsecond')";

  private final List<String> types;
  private final List<List<@Nullable Object>> columns;

  /** Columns of these types, such as {@code uuid}, {@code text} and {@code int8}. */
  public Parameters(String... types) {
    this.types = List.of(types);
    columns =
        Stream.generate(() -> (List<@Nullable Object>) new ArrayList<@Nullable Object>())
            .limit(types.length)
            .toList();
  }

  /** Another row. */
  public void add(@Nullable Object... row) {
    for (int i = 0; i < row.length; i++) {
      columns.get(i).add(row[i] instanceof Instant at ? micros(at) : row[i]);
    }
  }

  public boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  /** Sets the parameters from {@code index} on, and answers the index after them. */
  public int set(PreparedStatement statement, int index) throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < types.size(); i++) {
      statement.setArray(
          index + i, connection.createArrayOf(types.get(i), columns.get(i).toArray()));
    }
    return index + types.size();
  }

  public void clear() {
    columns.forEach(List::clear);
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
