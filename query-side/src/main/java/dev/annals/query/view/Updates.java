package dev.annals.query.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates of single rows, sent as one batch in the order in which they were added. A statement that
 * joined them all with the table would be planned while that is empty, and be slow when it is not.
 */
public final class Updates {
  private final String statement;
  private final List<Object[]> rows = new ArrayList<>();

  public Updates(String statement) {
    this.statement = statement;
  }

  /** The parameters of one more, as JDBC knows them, and instants. */
  public void add(Object... parameters) {
    rows.add(parameters);
  }

  public void flush(Connection connection) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var update = connection.prepareStatement(statement)) {
      for (var row : rows) {
        set(update, row);
        update.addBatch();
      }
      var _ = update.executeBatch();
    }
    rows.clear();
  }

  private static void set(PreparedStatement update, Object[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      update.setObject(
          i + 1,
          row[i] instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : row[i]);
    }
  }
}
