package dev.annals.store.postgres;

import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The writer's connection: opened when needed, thrown away when in doubt. */
final class WriterSession implements AutoCloseable {
  private final Sessions sessions;
  private @Nullable Connection connection;
  private boolean isNew;
  private volatile boolean suspected;

  WriterSession(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Someone else lost their connection, so this one may be dead as well: better not send on it. */
  void suspect() {
    suspected = true;
  }

  Connection connection() throws SQLException {
    if (suspected) {
      suspected = false;
      close();
    }
    var open = connection;
    if (open == null) {
      open = sessions.open();
      connection = open;
      isNew = true;
      EventTable.insistOnDurability(open);
    }
    return open;
  }

  /** Whether nobody has seen yet where the connection leads: it may be to another log. */
  boolean isNew() {
    return isNew;
  }

  void isSeen() {
    isNew = false;
  }

  @Override
  public void close() {
    var open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException _) {
        // It is given up because it does not work.
      }
    }
  }
}
