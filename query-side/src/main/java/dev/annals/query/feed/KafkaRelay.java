package dev.annals.query.feed;

import dev.annals.store.LogReading;
import dev.annals.store.sql.LogSettings.Database;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the log to Kafka: every event at least once, those of one key in their order. The log is
 * the outbox, the bookmark a position in it, and one relay at a time moves it; others stand by and
 * try every second. Nobody waits for Kafka, and nothing is kept in memory but what is on its way.
 */
public final class KafkaRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaRelay.class);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Events on their way at a time; at 64 KiB each at most, this bounds the memory. */
  private static final int CHUNK = 500;

  /** Who cannot deliver for so long lets another one try. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What is on its way when the relay is closed may take so long to arrive. */
  private static final Duration DRAINING = Duration.ofSeconds(5);

  private final LogReading log;
  private final Sessions sessions;
  private final RelayedTopic relayed;
  private final RelayState state;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long closedAt;

  private KafkaRelay(
      LogReading log, Sessions sessions, RelayedTopic relayed, MeterRegistry registry) {
    this.log = log;
    this.sessions = sessions;
    this.relayed = relayed;
    this.state = new RelayState(log, Clock.systemUTC(), registry);
    this.thread = Thread.ofPlatform().name("annals-relay").daemon().unstarted(this::run);
  }

  /**
   * Starts a relay, or one that stands by.
   *
   * @param log what is sent; may be a replica
   * @param database where the bookmark is: the log's primary, as a role that may write it
   */
  public static KafkaRelay start(
      LogReading log, Database database, RelayedTopic relayed, MeterRegistry registry) {
    var relay = new KafkaRelay(log, new Sessions(database), relayed, registry);
    relay.thread.start();
    return relay;
  }

  /** How it is doing. */
  public RelayHealth health() {
    return state.health();
  }

  private void run() {
    try (var _ = log.onAdvance(_ -> LockSupport.unpark(thread))) {
      while (!closed) {
        attempt();
      }
    }
  }

  private void attempt() {
    try (var baton = Baton.reachFor(sessions, "annals.relay." + name())) {
      var bookmark = new Bookmark(baton.connection(), name());
      while (!closed && !baton.take()) {
        state.reached(bookmark.position());
        state.flows();
        pause();
      }
      if (!closed) {
        bookmark.create();
        lead(bookmark);
      }
    } catch (SQLException | RuntimeException e) {
      failed(e);
    } catch (InterruptedException _) {
      LOG.debug("The relay was interrupted");
    } finally {
      state.leads(false);
    }
  }

  private String name() {
    return relayed.settings().topic().name();
  }

  private void lead(Bookmark bookmark) throws SQLException, InterruptedException {
    LOG.info("This relay leads now");
    state.leads(true);
    state.reached(bookmark.position());
    try (var topic = new Topic(relayed.settings())) {
      topic.require();
    }
    try (var outlet = new Outlet(relayed)) {
      var from = bookmark.place();
      while (!closed) {
        from = step(bookmark, outlet, from);
      }
    }
  }

  /** Sends what follows, if anything does; answers how far the topic goes now. */
  private Place step(Bookmark bookmark, Outlet outlet, Place from)
      throws SQLException, InterruptedException {
    var events = from.readOn(log, CHUNK);
    if (events.isEmpty()) {
      rest(from.position());
      return bookmark.place();
    }
    state.sending(events.getFirst().at());
    outlet.send(events, new Patience(bookmark, from.position()));
    var to = events.getLast();
    state.sent.increment(events.size());
    return bookmark.move(from, to) ? reached(Place.of(to)) : moved(bookmark);
  }

  private void rest(long from) {
    state.reached(from);
    state.flows();
    pause();
  }

  private Place reached(Place to) {
    state.reached(to.position());
    state.flows();
    return to;
  }

  private static Place moved(Bookmark bookmark) throws SQLException {
    var now = bookmark.place();
    LOG.warn(
        "Somebody has moved the relay's bookmark; it goes on from position {}", now.position());
    return now;
  }

  private void failed(Exception e) {
    if (closed) {
      LOG.warn("The relay was closed before everything arrived: {}", e.getMessage());
      return;
    }
    state.failures.increment();
    state.stuck(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    LOG.warn("The relay begins again at its bookmark: {}", e.toString());
    LockSupport.parkNanos(SECOND.toNanos());
  }

  private static void pause() {
    LockSupport.parkNanos(SECOND.toNanos());
  }

  /** Stops reading, waits a while for what is on its way, and lets another relay lead. */
  @Override
  public void close() {
    closedAt = System.nanoTime();
    closed = true;
    LockSupport.unpark(thread);
    try {
      if (!thread.join(DRAINING.plus(DRAINING))) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps the baton while Kafka takes its time, and gives up when it does not answer at all. */
  private final class Patience implements Outlet.Waiting {
    private final Bookmark bookmark;
    private final long from;
    private long progress = System.nanoTime();
    private long shown = progress;

    Patience(Bookmark bookmark, long from) {
      this.bookmark = bookmark;
      this.from = from;
    }

    @Override
    public void arrived() throws SQLException {
      progress = System.nanoTime();
      if (progress - shown > SECOND.toNanos()) {
        show();
      }
    }

    @Override
    public void goesOn() throws SQLException {
      show();
      state.stuck("Kafka does not answer");
      if (shown - progress > PATIENCE.toNanos()) {
        throw new KafkaException("Kafka has not answered for " + PATIENCE.toSeconds() + " s");
      }
    }

    private void show() throws SQLException {
      shown = System.nanoTime();
      if (bookmark.position() != from) {
        throw new KafkaException("somebody has moved the relay's bookmark");
      }
      if (closed && shown - closedAt > DRAINING.toNanos()) {
        throw new KafkaException("what was on its way has not arrived");
      }
    }
  }
}
