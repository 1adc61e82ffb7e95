package dev.annals.store.copy;

import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import dev.annals.store.sql.EventQuery;
import dev.annals.store.sql.EventTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Writes a copy of a log, in the transaction of whoever asks. A copy has no writer of its own that
 * would choose positions: each event comes with the one it has, and only the next is taken.
 */
public final class LogCopy {
  private LogCopy() {}

  /** The last position copied, or 0. */
  public static long head(Connection connection) throws SQLException {
    return EventTable.head(connection);
  }

  /** Adds what follows the head, and tells those who read the copy once it is committed. */
  public static void write(Connection connection, List<StoredEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    long next = head(connection) + 1;
    for (var event : events) {
      if (event.position() != next) {
        throw new IllegalArgumentException(
            "position %d where %d is the next".formatted(event.position(), next));
      }
      next++;
    }
    long first = events.getFirst().position();
    EventTable.insert(connection, first, events.stream().map(LogCopy::unplaced).toList());
    var _ = EventTable.announce(connection, next - 1);
  }

  /** What is copied at these positions, in order. */
  public static List<StoredEvent> at(Connection connection, Collection<Long> positions)
      throws SQLException {
    return EventQuery.at(connection, positions);
  }

  private static NewEvent unplaced(StoredEvent event) {
    return new NewEvent(
        event.id(),
        event.at(),
        event.name(),
        event.version(),
        event.tags(),
        event.metadata(),
        event.payload());
  }
}
