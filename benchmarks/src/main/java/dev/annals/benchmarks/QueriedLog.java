package dev.annals.benchmarks;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.store.Append;
import dev.annals.store.Condition;
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
  private final RandomHistory history;
  private final List<AccountId> accounts = new ArrayList<>();
  private final List<SessionId> sessions = new ArrayList<>();
  private final TreeSet<String> addresses = new TreeSet<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  QueriedLog(PostgresLog log, int accounts) {
    this.log = log;
    history = new RandomHistory(1, accounts);
  }

  PostgresLog log() {
    return log;
  }

  /** Lets more happen, until the log has at least so many events. */
  void fill(long events) {
    while (log.head() < events) {
      var more = history.more((int) Math.min(PIECE, events - log.head()));
      more.forEach(this::remember);
      var fresh = RandomHistory.fresh(more);
      for (int from = 0; from < fresh.size(); from += Append.MOST) {
        var some = fresh.subList(from, Math.min(fresh.size(), from + Append.MOST));
        var _ = log.append(new Append(some, Condition.NONE)).join();
      }
    }
  }

  /** What happens next, not yet in the log. */
  List<NewEvent> next(int events) {
    return RandomHistory.fresh(history.more(events)).subList(0, events);
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
