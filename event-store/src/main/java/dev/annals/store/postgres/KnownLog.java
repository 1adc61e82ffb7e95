package dev.annals.store.postgres;

import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far this process knows the log, from its own writer and from everyone else's. */
final class KnownLog {
  private static final Logger LOG = LoggerFactory.getLogger(KnownLog.class);
  private static final int PAGE = 4_096;
  private final RecentWindow window;
  private final int capacity;
  private final Advances advances;
  private volatile long said;

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

  /**
   * Reads whatever was stored after the known head; answers a head that is at least that far.
   *
   * @throws OtherLog if that is not what follows what is known
   */
  long catchUp(Connection connection) throws SQLException {
    var page = next(connection);
    while (page.size() == PAGE) {
      add(page);
      leap(connection);
      page = next(connection);
    }
    if (!page.isEmpty()) {
      add(page);
    }
    return window.head();
  }

  /** What follows, read at once with the last event that is known: another log has another one. */
  private List<Fact> next(Connection connection) throws SQLException {
    var end = window.end();
    if (end.position() == 0) {
      return EventTable.facts(connection, 0, PAGE);
    }
    var facts = EventTable.facts(connection, end.position() - 1, PAGE + 1);
    // A replica may be behind what was read elsewhere; whoever is written to is not.
    if (facts.isEmpty() && EventTable.isReplica(connection)) {
      return facts;
    }
    if (facts.isEmpty() || !end.isAt(facts.getFirst())) {
      throw lost(end.position());
    }
    window.know(facts.getFirst());
    return facts.subList(1, facts.size());
  }

  private OtherLog lost(long position) {
    var loss = new OtherLog(position);
    if (position != said) {
      said = position;
      LOG.error(loss.getMessage());
    }
    return loss;
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
