package dev.annals.benchmarks;

import dev.annals.query.upkeep.Views;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.postgres.PostgresLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** How long after its append was acknowledged an event is seen by those who ask any view. */
final class Lag {
  private static final int PER_SECOND = Integer.getInteger("benchmark.rate", 1_000);
  static final int EVENTS = PER_SECOND * Integer.getInteger("benchmark.lag", 20);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final PostgresLog log;
  private final Views views;
  private final List<NewEvent> events;
  private final long before;
  private final AtomicLongArray acknowledged;
  private final AtomicLongArray seen;

  private Lag(PostgresLog log, Views views, List<NewEvent> events) {
    this.log = log;
    this.views = views;
    this.events = events;
    before = log.head();
    acknowledged = new AtomicLongArray(events.size());
    seen = new AtomicLongArray(events.size());
  }

  static void measure(String what, QueriedLog asked, Views views) throws InterruptedException {
    ViewBuilds.reach(views, asked.log().head());
    var lag = new Lag(asked.log(), views, asked.next(EVENTS));
    var watch = Thread.ofPlatform().start(lag::watch);
    double rate = lag.append();
    watch.join();
    var sorted = lag.sorted();
    System.out.printf(
        "lag %-40s %8.0f /s   p50 %6.2f ms   p99 %6.2f ms   most %6.2f ms%n",
        what,
        rate,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  /** One by one and on time, whether or not those before were answered; says at which rate. */
  private double append() {
    long start = System.nanoTime();
    for (int i = 0; i < events.size(); i++) {
      long due = start + i * (1_000_000_000L / PER_SECOND);
      LockSupport.parkNanos(due - System.nanoTime());
      var _ =
          log.append(Append.of(events.get(i)))
              .thenAccept(stored -> note(acknowledged, stored.last()));
    }
    return events.size() / ((System.nanoTime() - start) / 1e9);
  }

  private void note(AtomicLongArray times, long position) {
    times.set((int) (position - before - 1), System.nanoTime());
  }

  private void watch() {
    var names = Set.copyOf(views.names());
    long reached = before;
    while (reached < before + events.size()) {
      if (!views.waiting().await(names, reached + 1, PATIENCE)) {
        throw new IllegalStateException(views.states().toString());
      }
      long now = names.stream().mapToLong(views.waiting()::reached).min().orElseThrow();
      while (reached < now) {
        note(seen, ++reached);
      }
    }
  }

  /** What was seen before its writer heard of it has no lag. */
  private long[] sorted() {
    var lags = new long[events.size()];
    Arrays.setAll(lags, i -> Math.max(0, seen.get(i) - acknowledged.get(i)));
    Arrays.sort(lags);
    return lags;
  }
}
