package dev.annals.query.upkeep;

import dev.annals.query.upkeep.Progress.State;
import dev.annals.query.view.View;
import dev.annals.store.LogUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a generation of a view from the whole log, beside the one that serves if there is one, and
 * switches in one transaction as soon as it is level. Trouble is outwaited; an event that cannot be
 * applied ends it, and leaves everything as it was.
 */
final class Rebuild implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

  private final View view;
  private final Desk desk;
  private final Reader reader;
  private final Runnable switched;
  private final boolean onlyFirst;
  private volatile boolean closed;
  private volatile State state = State.WAITING;
  private volatile Optional<String> error = Optional.empty();
  private volatile long position;
  private volatile long begunAt;
  private volatile long begunNanos = System.nanoTime();
  private int mine;

  /**
   * A build that has yet to run.
   *
   * @param onlyFirst whether there is nothing to do once any generation serves
   * @param switched called when another generation serves
   */
  Rebuild(View view, Desk desk, boolean onlyFirst, Runnable switched) {
    this.view = view;
    this.desk = desk;
    this.switched = switched;
    this.onlyFirst = onlyFirst;
    reader = new Reader(desk, () -> closed);
  }

  Progress progress() {
    long nanos = Math.max(1, System.nanoTime() - begunNanos);
    long rate = (long) ((position - begunAt) * 1e9 / nanos);
    long head = Math.max(desk.log().head(), position);
    return new Progress(view.name(), state, position, head, rate, error);
  }

  void close() {
    closed = true;
  }

  @Override
  public void run() {
    int failures = 0;
    while (!closed && !attempt()) {
      LockSupport.parkNanos(desk.pace().pauseAfter(++failures).toNanos());
    }
  }

  /** Whether there is nothing left to attempt. */
  private boolean attempt() {
    try {
      state = locked();
      return true;
    } catch (Closing _) {
      return true;
    } catch (OtherLog e) {
      LOG.warn("View {} is built from the beginning again: {}", view.name(), e.why());
      state = State.WAITING;
      return false;
    } catch (SQLException | RuntimeException e) {
      LOG.warn("View {} cannot be built now: {}", view.name(), e.toString());
      error = Optional.of(e.getClass().getSimpleName());
      state = State.WAITING;
      return !passes(e);
    }
  }

  /** Over only when the lock is given back: whoever asks for another build then gets one. */
  private State locked() throws SQLException, OtherLog {
    try (var connection = desk.builder(view)) {
      var lock = Generation.lock(view, "build");
      if (!Registry.lock(connection, lock)) {
        return State.ELSEWHERE;
      }
      var ended =
          isNeedless(connection) ? State.DONE : build(new Building(view, desk, connection, mine));
      Registry.unlock(connection, lock);
      return ended;
    }
  }

  /** Another process may have built the first one just before the lock was ours. */
  private boolean isNeedless(Connection connection) throws SQLException {
    return onlyFirst && Registry.serving(connection, view.name(), view.version()).isPresent();
  }

  private boolean passes(Exception e) {
    if (e instanceof LogUnavailable || Trouble.is(e)) {
      return true;
    }
    state = State.FAILED;
    return false;
  }

  private State build(Building building) throws SQLException, OtherLog {
    var filler = building.begin();
    mine = filler.generation().number();
    try {
      return build(building, filler);
    } catch (OtherLog e) {
      building.abandon();
      throw e;
    }
  }

  private State build(Building building, Filler filler) throws SQLException, OtherLog {
    begin(filler);
    var failure = fill(filler);
    if (failure == null || building.isFirst()) {
      state = State.INDEXING;
      building.index();
      state = State.CATCHING_UP;
      failure = failure == null ? fill(filler) : failure;
    }
    if (failure == null) {
      failure = building.serve();
    } else if (building.isFirst()) {
      building.serveStopped(failure);
    }
    return end(building, failure);
  }

  private void begin(Filler filler) {
    awaitHead();
    position = filler.position();
    begunAt = position;
    begunNanos = System.nanoTime();
    error = Optional.empty();
    state = State.FILLING;
    LOG.info("Building {} from position {}", filler.generation().schema(), position);
  }

  /** From here on the log's head is known, and with it what is far. */
  private void awaitHead() {
    try {
      var _ = desk.log().confirmedHead().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LogUnavailable cause ? cause : e;
    }
  }

  private @Nullable Unappliable fill(Filler filler) throws SQLException, OtherLog {
    try {
      while (reader.read(filler, () -> position = filler.position()) > 0) {
        if (closed) {
          throw new Closing();
        }
      }
      return null;
    } catch (Unappliable e) {
      return e;
    }
  }

  private State end(Building building, @Nullable Unappliable failure) throws SQLException {
    if (failure == null || building.isFirst()) {
      LOG.info("{} serves from position {}", building.schema(), position);
      switched.run();
      building.settle();
      return State.DONE;
    }
    building.abandon();
    error = Optional.of(failure.why());
    LOG.error("View {} cannot be rebuilt: {}", view.name(), failure.why());
    return State.FAILED;
  }
}
