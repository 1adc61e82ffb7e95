package dev.annals.store.postgres;

import dev.annals.crypto.DataKeys;
import dev.annals.store.Abridged;
import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.Subscription;
import dev.annals.store.keys.PostgresDataKeys;
import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.LogSettings.Limits;
import dev.annals.store.sql.ReadingRoom;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The log in PostgreSQL 15 or later. One per process writes best; any number of processes may write
 * to one database, kept apart by the primary key on the position.
 */
public final class PostgresLog implements EventLog {
  private static final String THREADS = "annals-log";

  private final ReadingRoom room;

  /** Takes work for as long as there is any: who waits is answered though the log is closing. */
  private final Executor waiting = Thread::startVirtualThread;

  private final Advances advances = new Advances(THREADS);
  private final KnownLog known;
  private final Reader reader;
  private final GroupCommit writer;
  private final Announcer announcer;
  private final Listener listener;
  private final ConfirmedHead confirmed;

  private PostgresLog(Sessions sessions, ReadingRoom room, Limits limits, Start start) {
    this.room = room;
    var registry = start.registry();
    var metrics = new LogMetrics(registry);
    var session = new WriterSession(sessions);
    known = new KnownLog(limits.window(), start.head(), advances);
    reader = new Reader(sessions, room, known);
    announcer = new Announcer(room);
    var desk = new BatchWrite.Desk(session, known, metrics, limits.patience());
    writer = new GroupCommit(desk, limits, waiting, announcer::committed);
    listener =
        new Listener(
            THREADS, sessions, new Listener.Hearing(known, session::suspect, Listener.POLL));
    confirmed = new ConfirmedHead(THREADS, room, known);
    registry.gauge("annals.log.waiting", writer, GroupCommit::waiting);
    registry.gauge("annals.log.head", known, KnownLog::head);
  }

  /**
   * Opens a log whose schema is in place ({@link dev.annals.store.sql.LogSchema}); fails with
   * {@link LogUnavailable} when the database does not answer.
   */
  public static PostgresLog open(LogSettings settings, MeterRegistry registry) {
    var sessions = new Sessions(settings.database());
    var room = new ReadingRoom(sessions, settings.database().poolSize());
    long head = Reader.head(room);
    return new PostgresLog(sessions, room, settings.limits(), new Start(head, registry));
  }

  private record Start(long head, MeterRegistry registry) {}

  @Override
  public CompletableFuture<Appended> append(Append append) {
    return writer.append(append);
  }

  @Override
  public Sourced source(Criteria criteria, long after) {
    return reader.source(criteria, after);
  }

  @Override
  public Sourced source(Abridged abridged) {
    return reader.source(abridged);
  }

  @Override
  public List<StoredEvent> read(Criteria criteria, Range range) {
    return reader.read(criteria, range);
  }

  @Override
  public List<StoredEvent> at(Collection<Long> positions) {
    return reader.at(positions);
  }

  @Override
  public void replay(long after, Consumer<? super StoredEvent> consumer) {
    reader.replay(after, consumer);
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
    return reader.firstSince(at);
  }

  @Override
  public Subscription onAdvance(LongConsumer listening) {
    return advances.add(listening);
  }

  @Override
  public boolean isWritable() {
    try {
      return writer.isRunning() && reader.asked(EventTable::isWritable);
    } catch (LogUnavailable _) {
      return false;
    }
  }

  /** The data keys beside this log. */
  public DataKeys dataKeys() {
    return new PostgresDataKeys(room);
  }

  /** Writes what is waiting, then lets go of the database. */
  @Override
  public void close() {
    writer.close();
    announcer.close();
    listener.close();
    confirmed.close();
    advances.close();
    room.close();
  }
}
