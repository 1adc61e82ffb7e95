package dev.annals.store.postgres;

import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How far this process knows the log, from its own writer and from everyone else's. */
final class KnownLog {
  private static final int PAGE = 4_096;
  private final RecentWindow window;
  private final int capacity;
  private final Advances advances;

  KnownLog(int capacity, long head, Advances advances) {
    this.window = new RecentWindow(capacity, head);
    this.capacity = capacity;
    this.advances = advances;
  }

  RecentWindow window() {
    return window;
  }

  long head() {
    return window.head();
  }

  void add(List<Fact> facts) {
    window.add(facts);
    advances.reached(window.head());
  }

  /** Reads whatever was stored after the known head; answers a head that is at least that far. */
  long catchUp(Connection connection) throws SQLException {
    var page = EventTable.facts(connection, window.head(), PAGE);
    while (page.size() == PAGE) {
      add(page);
      leap(connection);
      page = EventTable.facts(connection, window.head(), PAGE);
    }
    if (!page.isEmpty()) {
      add(page);
    }
    return window.head();
  }

  /** More than a window behind: what lies between would be forgotten while it is read. */
  private void leap(Connection connection) throws SQLException {
    long head = EventTable.head(connection);
    if (head - window.head() > capacity) {
      window.restart(head);
      advances.reached(head);
    }
  }
}
