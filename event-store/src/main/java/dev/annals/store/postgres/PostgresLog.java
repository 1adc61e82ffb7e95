package dev.annals.store.postgres;

import dev.annals.crypto.DataKeys;
import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.keys.PostgresDataKeys;
import dev.annals.store.postgres.RecentWindow.Answer;
import dev.annals.store.sql.EventQuery;
import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.Replay;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The log in PostgreSQL 15 or later. One per process writes best; any number of processes may write
 * to one database, kept apart by the primary key on the position.
 */
public final class PostgresLog implements EventLog {
  private final Sessions sessions;
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
  private final Advances advances = new Advances();
  private final KnownLog known;
  private final GroupCommit writer;
  private final Announcer announcer;
  private final Listener listener;
  private final ConfirmedHead confirmed;

  private PostgresLog(LogSettings settings, Sessions sessions, MeterRegistry registry) {
    this.sessions = sessions;
    var limits = settings.limits();
    var metrics = new LogMetrics(registry);
    var session = new WriterSession(sessions);
    known = new KnownLog(limits.window(), asked(EventTable::head), advances);
    announcer = new Announcer(sessions);
    var desk = new BatchWrite.Desk(session, known, metrics, limits.patience());
    writer = new GroupCommit(desk, limits, waiting, announcer::committed);
    listener = new Listener(sessions, known, session::suspect);
    confirmed = new ConfirmedHead(sessions, known, waiting);
    registry.gauge("annals.log.waiting", writer, GroupCommit::waiting);
    registry.gauge("annals.log.head", known, KnownLog::head);
  }

  /**
   * Opens a log whose schema is in place ({@link dev.annals.store.sql.LogSchema}); fails with
   * {@link LogUnavailable} when the database does not answer.
   */
  public static PostgresLog open(LogSettings settings, MeterRegistry registry) {
    var sessions = new Sessions(settings.database());
    try {
      return new PostgresLog(settings, sessions, registry);
    } catch (RuntimeException e) {
      sessions.close();
      throw e;
    }
  }

  @Override
  public CompletableFuture<Appended> append(Append append) {
    return writer.append(append);
  }

  @Override
  public Sourced source(Criteria criteria, long after) {
    long head = known.head();
    if (known.window().since(criteria, after) == Answer.NOTHING) {
      return new Sourced(List.of(), head);
    }
    var events = read(criteria, Range.after(after));
    return new Sourced(
        events, events.isEmpty() ? head : Math.max(head, events.getLast().position()));
  }

  @Override
  public List<StoredEvent> read(Criteria criteria, Range range) {
    return asked(connection -> EventQuery.read(connection, criteria, range));
  }

  @Override
  public void replay(long after, Consumer<? super StoredEvent> reader) {
    try (var connection = sessions.openPatient()) {
      Replay.run(connection, after, reader);
    } catch (SQLException e) {
      throw LogUnavailable.nothingWritten("it cannot be replayed", e);
    }
  }

  @Override
  public long head() {
    return known.head();
  }

  @Override
  public CompletableFuture<Long> confirmedHead() {
    return confirmed.ask();
  }

  @Override
  public OptionalLong firstSince(Instant at) {
    return asked(connection -> EventQuery.firstSince(connection, at));
  }

  @Override
  public AutoCloseable onAdvance(LongConsumer listening) {
    return advances.add(listening);
  }

  @Override
  public boolean isWritable() {
    try {
      return writer.isRunning() && asked(EventTable::isWritable);
    } catch (LogUnavailable _) {
      return false;
    }
  }

  /** The data keys beside this log. */
  public DataKeys dataKeys() {
    return new PostgresDataKeys(sessions.pool());
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try (var connection = sessions.borrow()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw LogUnavailable.nothingWritten("it cannot be read", e);
    }
  }

  /** Writes what is waiting, then lets go of the database. */
  @Override
  public void close() {
    writer.close();
    announcer.close();
    listener.close();
    confirmed.close();
    advances.close();
    waiting.close();
    sessions.close();
  }
}
