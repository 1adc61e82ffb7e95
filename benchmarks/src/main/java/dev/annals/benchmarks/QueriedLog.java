package dev.annals.benchmarks;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.store.NewEvent;
import dev.annals.store.postgres.PostgresLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A log with a history that could have been, and whom and what one can ask it about. */
final class QueriedLog {
  /** One session in so many is remembered, so that the history may be long. */
  private static final int SESSIONS = 10;

  private static final int PIECE = 20_000;

  private final PostgresLog log;
  private final List<AccountId> accounts = new ArrayList<>();
  private final List<SessionId> sessions = new ArrayList<>();
  private final TreeSet<String> addresses = new TreeSet<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private List<NewEvent> later = List.of();

  QueriedLog(PostgresLog log) {
    this.log = log;
  }

  PostgresLog log() {
    return log;
  }

  /**
   * Lets something happen, until the log has at least so many events, and keeps what happens next.
   * The history itself is let go: it would take the memory that is to be measured with.
   *
   * @param next how many events are kept for later
   */
  void fill(RandomHistory history, long events, int next) {
    while (log.head() < events) {
      var more = history.more((int) Math.min(PIECE, events - log.head()));
      more.forEach(this::remember);
      RandomHistory.load(log, more);
    }
    later = RandomHistory.fresh(history.more(next));
  }

  /** What happens next, not yet in the log. */
  List<NewEvent> next(int events) {
    var next = later.subList(0, events);
    later = later.subList(events, later.size());
    return next;
  }

  private void remember(Recorded recorded) {
    recorded.circumstances().addressIndex().ifPresent(addresses::add);
    first = recorded.at().isBefore(first) ? recorded.at() : first;
    last = recorded.at().isAfter(last) ? recorded.at() : last;
    switch (recorded.event()) {
      case AccountRegistered event -> accounts.add(event.account());
      case SessionStarted event when recorded.position() % SESSIONS == 0 ->
          sessions.add(event.session());
      default -> {}
    }
  }

  AccountId account(Random random) {
    return any(accounts, random);
  }

  SessionId session(Random random) {
    return any(sessions, random);
  }

  String address(Random random) {
    return any(List.copyOf(addresses), random);
  }

  long position(Random random) {
    return 1 + random.nextLong(log.head());
  }

  Instant instant(Random random) {
    long micros = random.nextLong((last.toEpochMilli() - first.toEpochMilli()) * 1_000);
    return first.plusNanos(micros * 1_000);
  }

  static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
