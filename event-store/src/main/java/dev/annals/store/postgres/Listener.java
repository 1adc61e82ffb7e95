package dev.annals.store.postgres;

import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns what other processes write: told by NOTIFY, and by looking once a second if not told. A
 * replica is told nothing, so that there it only looks, but often; once promoted it is listened to.
 */
final class Listener implements AutoCloseable {
  /** How often to look where nobody tells. */
  static final Duration POLL = Duration.ofMillis(20);

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private final Sessions sessions;
  private final Hearing hearing;
  private final KnownLog known;
  private final Thread thread;
  private volatile @Nullable Connection listening;
  private volatile boolean closed;

  Listener(String threads, Sessions sessions, Hearing hearing) {
    this.sessions = sessions;
    this.hearing = hearing;
    this.known = hearing.known();
    this.thread = Thread.ofPlatform().name(threads + "-listener").daemon().start(this::run);
  }

  /**
   * What becomes of what is heard.
   *
   * @param onLoss told when the connection is lost
   * @param poll how often to look at a replica
   */
  record Hearing(KnownLog known, Runnable onLoss, Duration poll) {}

  private void run() {
    while (!closed) {
      try (var connection = sessions.open()) {
        listening = connection;
        poll(connection);
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          hearing.onLoss().run();
          LOG.warn("The log's listener lost its connection and tries again: {}", e.getMessage());
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  /** For as long as it is a replica. */
  private void poll(Connection connection) throws SQLException {
    while (!closed && EventTable.isReplica(connection)) {
      var _ = known.catchUp(connection);
      LockSupport.parkNanos(hearing.poll().toNanos());
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + EventTable.CHANNEL);
    }
    var notifications = connection.unwrap(PGConnection.class);
    var _ = known.catchUp(connection);
    while (!closed) {
      var news = notifications.getNotifications((int) LOOK.toMillis());
      if (news.length == 0 || announced(news) > known.head()) {
        var _ = known.catchUp(connection);
      }
    }
  }

  /** Anyone may notify, so anything may come. */
  private static long announced(PGNotification[] news) {
    try {
      return Long.parseLong(news[news.length - 1].getParameter());
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public void close() {
    closed = true;
    var connection = listening;
    if (connection != null) {
      abort(connection);
    }
    thread.interrupt();
    Farewell.to(thread);
  }

  /** It may be waiting for news that never come. */
  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("The log's listener could not be cut off", e);
    }
  }
}
