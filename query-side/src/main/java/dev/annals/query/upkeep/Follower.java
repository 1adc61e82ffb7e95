package dev.annals.query.upkeep;

import dev.annals.query.view.View;
import dev.annals.store.LogUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
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

  /** How an attempt ended; both at once, so that nobody sees one without the other. */
  record Outcome(Step step, Optional<String> error) {
    private static Outcome of(Step step) {
      return new Outcome(step, Optional.empty());
    }
  }

  private final View view;
  private final Desk desk;
  private final Runnable unbuilt;
  private final Reader reader;
  private final Lagging lagging;
  private final Post post;
  private final Bell bell = new Bell();
  private final Thread thread;
  private volatile boolean closed;
  private volatile Outcome last = Outcome.of(Step.STANDBY);
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
    post = new Post(view, desk);
    thread =
        Thread.ofPlatform().daemon().name("annals-view-" + view.name()).unstarted(this::follow);
  }

  void start() {
    thread.start();
  }

  View view() {
    return view;
  }

  /** How the last attempt ended, and why it failed if it did. */
  Outcome last() {
    return last;
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
      post.leave();
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
    return last.step();
  }

  private Outcome attempt() {
    try {
      var filler = post.filler();
      return filler.isPresent() ? Outcome.of(advance(filler.get())) : standBy();
    } catch (Closing | Superseded _) {
      post.forget();
      return Outcome.of(Step.MORE);
    } catch (Unappliable | OtherLog e) {
      return halted(e);
    } catch (LogUnavailable e) {
      return troubled(e);
    } catch (SQLException | RuntimeException e) {
      post.leave();
      return troubled(e);
    }
  }

  /** What stops the process that follows the log stops this one from seeing more as well. */
  private Outcome standBy() {
    if (post.serving().isEmpty()) {
      unbuilt.run();
    }
    return new Outcome(Step.STANDBY, post.serving().flatMap(Generation::error));
  }

  private Step advance(Filler filler) throws SQLException, Unappliable, OtherLog {
    long read = reader.read(filler, () -> desk.serving().now(filler.generation()));
    failures = 0;
    lagging.isOver();
    post.note(null);
    if (read > 0) {
      return Step.MORE;
    }
    if (System.nanoTime() - looked > desk.pace().poll().toNanos()) {
      looked = System.nanoTime();
      if (post.isSuperseded()) {
        return Step.MORE;
      }
    }
    if (System.nanoTime() - swept > SWEEPING.toNanos()) {
      swept = System.nanoTime();
      Sweep.of(view, filler.connection());
    }
    return Step.LEVEL;
  }

  private Outcome halted(Halt e) {
    failures++;
    try {
      if (post.isSuperseded()) {
        return Outcome.of(Step.MORE);
      }
      var why = Optional.of(e.why());
      if (!last.error().equals(why)) {
        LOG.error("View {} cannot go on: {}", view.name(), e.why());
      }
      return new Outcome(lagging.explains(e) ? Step.TROUBLE : stopped(e), why);
    } catch (SQLException trouble) {
      post.leave();
      return troubled(trouble);
    }
  }

  private Step stopped(Halt e) throws SQLException {
    post.note(e.why());
    return Step.STOPPED;
  }

  private Outcome troubled(Exception e) {
    failures++;
    LOG.warn("View {} cannot follow the log now: {}", view.name(), e.toString());
    return new Outcome(Step.TROUBLE, Optional.of(e.getClass().getSimpleName()));
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
      post.leave();
    }
  }
}
