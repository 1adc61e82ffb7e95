package dev.annals.store.postgres;

import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.Sessions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Tells other processes how far the log goes: beside the writes, and not for each of them. */
final class Announcer implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(10);
  private final Sessions sessions;
  private final Latest latest = new Latest();
  private final Thread thread;

  Announcer(Sessions sessions) {
    this.sessions = sessions;
    this.thread = Thread.ofPlatform().name("annals-log-announcer").daemon().start(this::run);
  }

  void committed(long head) {
    latest.raise(head);
  }

  private void run() {
    long told = 0;
    while (latest.awaitBeyond(told)) {
      told = latest.value();
      announce(told);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void announce(long head) {
    try (var connection = sessions.borrow()) {
      EventTable.announce(connection, head);
    } catch (SQLException _) {
      // Those who listen also poll.
    }
  }

  @Override
  public void close() {
    latest.close();
    thread.interrupt();
    Farewell.to(thread);
  }
}
