package dev.annals.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Connections for short questions, a bounded number of them. A refused connection is an answer at
 * once, and the first question after the database is back finds it: there is no pause between
 * attempts to outwait, as pools have it.
 */
public final class ReadingRoom implements AutoCloseable {
  private static final Duration QUEUEING = Duration.ofSeconds(2);
  private static final Duration OLDEST = Duration.ofMinutes(30);

  private record Seat(Connection connection, long since) {
    boolean isOld() {
      return System.nanoTime() - since > OLDEST.toNanos();
    }
  }

  private final Sessions sessions;
  private final Semaphore seats;
  private final Deque<Seat> free = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  public ReadingRoom(Sessions sessions, int size) {
    this.sessions = sessions;
    this.seats = new Semaphore(size, true);
  }

  /** Asks on a free connection; and once more on a new one, should the free one prove dead. */
  public <T> T ask(Question<T> question) throws SQLException {
    queue();
    try {
      var seat = free.poll();
      if (seat != null) {
        try {
          return ask(question, seat);
        } catch (SQLException e) {
          if (!seat.connection().isClosed()) {
            throw e;
          }
          leaveAll();
        }
      }
      return ask(question, new Seat(sessions.open(), System.nanoTime()));
    } finally {
      seats.release();
    }
  }

  private void queue() throws SQLException {
    try {
      if (closed || !seats.tryAcquire(QUEUEING.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException("no connection for reading is free", "08000");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting", "08000", e);
    }
  }

  private <T> T ask(Question<T> question, Seat seat) throws SQLException {
    boolean fit = false;
    try {
      var answer = question.ask(seat.connection());
      fit = true;
      return answer;
    } finally {
      if (fit && !closed && !seat.isOld()) {
        free.push(seat);
      } else {
        leave(seat);
      }
    }
  }

  /** Where one connection is dead, the others are likely to be as well. */
  private void leaveAll() {
    for (var seat = free.poll(); seat != null; seat = free.poll()) {
      leave(seat);
    }
  }

  private static void leave(Seat seat) {
    try {
      seat.connection().close();
    } catch (SQLException _) {
      // It is given up in any case.
    }
  }

  @Override
  public void close() {
    closed = true;
    leaveAll();
  }
}
