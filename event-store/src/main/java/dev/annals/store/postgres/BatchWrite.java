package dev.annals.store.postgres;

import dev.annals.store.LogUnavailable;
import dev.annals.store.NewEvent;
import dev.annals.store.sql.EventTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch, and does not let go before its fate is known or patience is exhausted.
 *
 * <p>A statement whose answer was lost is looked up at its positions. If nothing is there, the very
 * same statement is sent again: should the first one still be under way, the primary key lets only
 * one of the two through. If someone else is there, the first one can never succeed any more.
 */
final class BatchWrite {
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** What the writer brings to every batch. */
  record Desk(WriterSession session, KnownLog known, LogMetrics metrics, Duration patience) {
    Judge judge() {
      return new Judge(known);
    }
  }

  private final Desk desk;
  private final List<Pending> batch;
  private long deadline;

  /** Decided but not written; kept as it is while its fate is unknown. */
  private @Nullable Attempt attempt;

  /** A statement is under way. */
  private boolean sending;

  /** The answer to a statement with {@link #attempt} was lost. */
  private boolean lost;

  /** Others have written what this process has not read yet. */
  private boolean behind;

  BatchWrite(Desk desk, List<Pending> batch) {
    this.desk = desk;
    this.batch = batch;
    this.deadline = System.nanoTime() + desk.patience().toNanos();
  }

  /**
   * Returns what was decided and written.
   *
   * @throws RefusedEvents if the database will never take the batch as it is
   */
  Attempt run() throws RefusedEvents {
    while (true) {
      var connection = connection();
      try {
        if (connection != null && once(connection) && attempt != null) {
          return attempt;
        }
      } catch (SQLException e) {
        recover(e);
      }
    }
  }

  private @Nullable Connection connection() {
    try {
      return desk.session().connection();
    } catch (SQLException e) {
      desk.session().close();
      endure("the database cannot be reached", e);
      return null;
    }
  }

  private boolean once(Connection connection) throws SQLException {
    if (lost && attempt != null && arrived(connection, attempt)) {
      return true;
    }
    if (behind || desk.session().isNew()) {
      var _ = desk.known().catchUp(connection);
      desk.session().isSeen();
      behind = false;
    }
    if (attempt == null) {
      attempt = desk.judge().judge(batch, connection);
    }
    if (!attempt.events().isEmpty()) {
      sending = true;
      EventTable.insert(connection, attempt.first(), attempt.events());
      sending = false;
    }
    return true;
  }

  /** Whether the lost statement did its work; forgets the attempt if it never can. */
  private boolean arrived(Connection connection, Attempt sent) throws SQLException {
    var ids = EventTable.ids(connection, sent.first(), sent.events().size());
    if (ids.isEmpty()) {
      return false;
    }
    desk.metrics().resolved.increment();
    lost = false;
    if (ids.equals(sent.events().stream().map(NewEvent::id).toList())) {
      return true;
    }
    decideAnew();
    return false;
  }

  private void recover(SQLException error) throws RefusedEvents {
    boolean sent = sending;
    sending = false;
    switch (Trouble.of(error)) {
      case LOST -> {
        desk.session().close();
        if (sent && !lost) {
          lost = true;
          deadline = System.nanoTime() + desk.patience().toNanos();
        }
        requirePatience("the connection was lost", error);
        pause();
      }
      case FENCED -> fenced(error);
      case AGAIN -> requirePatience("the database cannot serialise", error);
      case REFUSED_EVENTS -> throw new RefusedEvents(error);
      case REFUSED_WRITING -> endure("the database refuses to write", error);
    }
  }

  /** After a lost statement it may be ourselves who is there already: that is looked up first. */
  private void fenced(SQLException error) {
    desk.metrics().fences.increment();
    requirePatience("other writers were always first", error);
    if (!lost) {
      decideAnew();
    }
  }

  private void decideAnew() {
    attempt = null;
    behind = true;
  }

  /** With nothing under way there is nothing to wait for. */
  private void endure(String why, SQLException error) {
    if (!lost) {
      throw LogUnavailable.nothingWritten(why, error);
    }
    requirePatience(why, error);
    pause();
  }

  private void requirePatience(String why, SQLException error) {
    if (System.nanoTime() - deadline < 0) {
      return;
    }
    if (lost) {
      desk.metrics().unknown.increment();
      throw LogUnavailable.outcomeUnknown(error);
    }
    throw LogUnavailable.nothingWritten(why, error);
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
