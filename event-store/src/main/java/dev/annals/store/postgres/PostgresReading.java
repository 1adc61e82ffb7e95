package dev.annals.store.postgres;

import dev.annals.crypto.DataKeys;
import dev.annals.store.Abridged;
import dev.annals.store.Criteria;
import dev.annals.store.LogReading;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.Subscription;
import dev.annals.store.keys.PostgresDataKeys;
import dev.annals.store.keys.ReadDataKeys;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.ReadingRoom;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The log in PostgreSQL for those who only read, from the primary or from one replica. A member of
 * {@code annals_log_reader} is enough; what it is behind by, so are its answers.
 */
public final class PostgresReading implements LogReading {
  /** How often a replica is looked at unless told otherwise: nobody tells its readers of news. */
  public static final Duration POLL = Listener.POLL;

  private static final String THREADS = "annals-reading";

  private final ReadingRoom room;
  private final Advances advances;
  private final KnownLog known;
  private final Reader reader;
  private final Listener listener;
  private final ConfirmedHead confirmed;

  private PostgresReading(LogSettings settings, Duration poll) {
    var sessions = Sessions.readOnly(settings.database());
    room = new ReadingRoom(sessions, settings.database().poolSize());
    long head = Reader.head(room);
    advances = new Advances(THREADS);
    known = new KnownLog(settings.limits().window(), head, advances);
    reader = new Reader(sessions, room, known);
    listener = new Listener(THREADS, sessions, new Listener.Hearing(known, () -> {}, poll));
    confirmed = new ConfirmedHead(THREADS, room, known);
  }

  /** Opens what {@code settings} name, a primary or a replica, with the usual polling. */
  public static PostgresReading open(LogSettings settings, MeterRegistry registry) {
    return open(settings, POLL, registry);
  }

  /**
   * Opens a log whose schema is in place; fails with {@link dev.annals.store.LogUnavailable} when
   * the database does not answer.
   *
   * @param settings of its limits only the window counts
   */
  public static PostgresReading open(LogSettings settings, Duration poll, MeterRegistry registry) {
    var reading = new PostgresReading(settings, poll);
    registry.gauge("annals.log.read.head", reading.known, KnownLog::head);
    return reading;
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

  /** The data keys beside this log, to open with and nothing else. */
  public DataKeys dataKeys() {
    return new ReadDataKeys(new PostgresDataKeys(room));
  }

  @Override
  public void close() {
    listener.close();
    confirmed.close();
    advances.close();
    room.close();
  }
}
