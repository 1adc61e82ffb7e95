package dev.annals.store.sql;

import dev.annals.store.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads the log in bulk: one statement, one row in memory at a time. */
public final class Replay {
  private static final String COPY =
      "copy (select "
          + EventQuery.COLUMNS
          + " from event e where e.position > %d order by e.position) to stdout (format binary)";

  private Replay() {}

  /** Hands over every event after a position. What {@code reader} throws ends the replay. */
  public static void run(Connection connection, long after, Consumer<? super StoredEvent> reader)
      throws SQLException {
    var copying = connection.unwrap(PGConnection.class).getCopyAPI();
    var copy = copying.copyOut(COPY.formatted(after));
    try {
      rows(copy, reader);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void rows(CopyOut copy, Consumer<? super StoredEvent> reader) throws SQLException {
    var rows = new BinaryRows();
    for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
      var event = rows.next(message);
      if (event != null) {
        reader.accept(event);
      }
    }
  }
}
