package dev.annals.query.upkeep;

import dev.annals.query.view.View;
import dev.annals.store.LogUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the serving generation of one view level with the log. One process at a time does so; the
 * others stand by, and see how far it is.
 */
final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration SWEEPING = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(20);

  /** What became of an attempt to get on. */
  enum Step {
    MORE,
    LEVEL,
    STANDBY,
    STOPPED,
    TROUBLE
  }

  private final View view;
  private final Desk desk;
  private final Runnable unbuilt;
  private final Reader reader;
  private final Lagging lagging;
  private final Bell bell = new Bell();
  private final Thread thread;
  private volatile boolean closed;
  private volatile Step last = Step.STANDBY;
  private volatile Optional<String> error = Optional.empty();
  private @Nullable Connection connection;
  private @Nullable Filler filler;
  private boolean leading;
  private boolean noted;
  private int failures;
  private long swept = System.nanoTime();
  private long looked = System.nanoTime();

  /**
   * A follower that has yet to start.
   *
   * @param unbuilt called while there is no generation to follow
   */
  Follower(View view, Desk desk, Runnable unbuilt) {
    this.view = view;
    this.desk = desk;
    this.unbuilt = unbuilt;
    reader = new Reader(desk, () -> closed);
    lagging = new Lagging(desk.pace().longest());
    thread =
        Thread.ofPlatform().daemon().name("annals-view-" + view.name()).unstarted(this::follow);
  }

  void start() {
    thread.start();
  }

  View view() {
    return view;
  }

  Step last() {
    return last;
  }

  /** Why the last attempt failed, if it did. */
  Optional<String> error() {
    return error;
  }

  /** There may be something new in the log. */
  void news() {
    bell.news();
  }

  /** There is reason to try again at once, whatever happened before. */
  void again() {
    bell.urgent();
  }

  private void follow() {
    try {
      while (!closed) {
        rest(step());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      letGo();
    }
  }

  private void rest(Step step) throws InterruptedException {
    switch (step) {
      case MORE -> {}
      case LEVEL -> bell.rest(desk.pace().poll(), true);
      case STANDBY -> bell.rest(desk.pace().standby(), false);
      case STOPPED, TROUBLE -> bell.rest(desk.pace().pauseAfter(failures), false);
    }
  }

  /** Gets on by one transaction, or by many while far behind. */
  Step step() {
    last = attempt();
    return last;
  }

  private Step attempt() {
    try {
      var current = filler != null ? filler : takeOver().orElse(null);
      return current == null ? Step.STANDBY : advance(current);
    } catch (Closing | Superseded _) {
      filler = null;
      return Step.MORE;
    } catch (Unappliable | OtherLog e) {
      return halted(e);
    } catch (LogUnavailable e) {
      return troubled(e);
    } catch (SQLException | RuntimeException e) {
      letGo();
      return troubled(e);
    }
  }

  private Optional<Filler> takeOver() throws SQLException {
    var open = connection != null ? connection : desk.follower(view);
    connection = open;
    leading = leading || Registry.lock(open, Generation.lock(view, "follow"));
    var serving = Registry.serving(open, view.name(), view.version());
    open.commit();
    serving.ifPresentOrElse(desk.serving()::now, unbuilt);
    if (serving.isEmpty() || !leading) {
      error = serving.flatMap(Generation::error);
      return Optional.empty();
    }
    noted = serving.get().error().isPresent();
    filler = new Filler(view, desk.codec(), open, serving.get());
    return Optional.of(filler);
  }

  private Step advance(Filler current) throws SQLException, Unappliable, OtherLog {
    long read = reader.read(current, () -> desk.serving().now(current.generation()));
    failures = 0;
    lagging.isOver();
    error = Optional.empty();
    if (noted) {
      note(null);
    }
    if (read > 0) {
      return Step.MORE;
    }
    if (System.nanoTime() - looked > desk.pace().poll().toNanos()) {
      looked = System.nanoTime();
      if (isSuperseded()) {
        return Step.MORE;
      }
    }
    if (System.nanoTime() - swept > SWEEPING.toNanos()) {
      swept = System.nanoTime();
      Sweep.of(view, current.connection());
    }
    return Step.LEVEL;
  }

  private Step halted(Halt e) {
    failures++;
    try {
      if (isSuperseded()) {
        return Step.MORE;
      }
      if (!error.equals(Optional.of(e.why()))) {
        LOG.error("View {} cannot go on: {}", view.name(), e.why());
      }
      error = Optional.of(e.why());
      return lagging.explains(e) ? Step.TROUBLE : stopped(e);
    } catch (SQLException trouble) {
      letGo();
      return troubled(trouble);
    }
  }

  private Step stopped(Halt e) {
    note(e.why());
    return Step.STOPPED;
  }

  private boolean isSuperseded() throws SQLException {
    if (connection == null || filler == null) {
      return true;
    }
    int mine = filler.generation().number();
    var serving = Registry.serving(connection, view.name(), view.version());
    connection.commit();
    boolean superseded = serving.map(Generation::number).filter(now -> now == mine).isEmpty();
    filler = superseded ? null : filler;
    return superseded;
  }

  private void note(@Nullable String why) {
    if (connection == null || filler == null) {
      return;
    }
    try {
      Registry.stopped(connection, filler.generation(), why);
      connection.commit();
      noted = why != null;
    } catch (SQLException e) {
      letGo();
    }
  }

  private Step troubled(Exception e) {
    failures++;
    LOG.warn("View {} cannot follow the log now: {}", view.name(), e.toString());
    error = Optional.of(e.getClass().getSimpleName());
    return Step.TROUBLE;
  }

  private void letGo() {
    if (connection != null) {
      Connections.close(connection);
    }
    connection = null;
    filler = null;
    leading = false;
  }

  @Override
  public void close() {
    closed = true;
    bell.urgent();
    try {
      if (thread.isAlive() && !thread.join(FAREWELL)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (thread.getState() == Thread.State.NEW) {
      letGo();
    }
  }
}
