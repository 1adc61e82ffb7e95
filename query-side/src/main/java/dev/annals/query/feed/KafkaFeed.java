package dev.annals.query.feed;

import dev.annals.store.copy.LogCopy;
import dev.annals.store.sql.LogSettings.Database;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a copy of the log by what the relay sends: all of it, once, and in the order of the log.
 * Where the copy ends and where each partition is read on move together, so that nothing is lost or
 * doubled wherever it stops. What cannot be right is never skipped: it is said, and waited for.
 */
public final class KafkaFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(10);

  private final Sessions sessions;
  private final RelayedTopic relayed;
  private final FeedLimits limits;
  private final FeedState state;
  private final Thread thread;
  private volatile boolean closed;

  private KafkaFeed(
      Sessions sessions, RelayedTopic relayed, FeedLimits limits, MeterRegistry registry) {
    this.sessions = sessions;
    this.relayed = relayed;
    this.limits = limits;
    this.state = new FeedState(registry);
    this.thread = Thread.ofPlatform().name("annals-feed").daemon().unstarted(this::run);
  }

  /**
   * Starts a feed, or one that stands by.
   *
   * @param copy as {@link dev.annals.store.copy.CopySchema#within} gives it, once it is migrated
   */
  public static KafkaFeed start(
      Database copy, RelayedTopic relayed, FeedLimits limits, MeterRegistry registry) {
    var feed = new KafkaFeed(new Sessions(copy), relayed, limits, registry);
    feed.thread.start();
    return feed;
  }

  /** How it is doing. */
  public FeedHealth health() {
    return state.health();
  }

  private void run() {
    while (!closed) {
      try (var baton = Baton.reachFor(sessions, "annals.feed")) {
        while (!closed && !baton.take()) {
          state.reached(LogCopy.head(baton.connection()));
          state.flows();
          pause();
        }
        write(baton);
      } catch (SQLException | RuntimeException e) {
        failed(e);
      } catch (InterruptedException _) {
        LOG.debug("The feed was interrupted");
      } finally {
        state.writes(false);
      }
    }
  }

  private void write(Baton baton) throws SQLException, InterruptedException {
    state.writes(true);
    baton.yieldDurability();
    // Asked before there is a record to check, so that a missing key is known at once.
    var _ = relayed.key().get();
    try (var topic = new Topic(relayed.settings());
        var reader = new TopicReader(relayed.settings())) {
      var desk = new FeedRun.Desk(baton, topic, reader, relayed.codec());
      var run = new FeedRun(desk, limits, state);
      while (!closed) {
        run.step();
      }
    }
  }

  private void failed(Exception e) {
    if (!closed) {
      state.stuck(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
      LOG.debug("The feed begins again with what is in its database", e);
      pause();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(SECOND.toNanos());
  }

  /** Finishes the transaction it is in; whatever it has read beyond that is read again. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      if (!thread.join(GOODBYE)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
