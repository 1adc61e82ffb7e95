package dev.annals.benchmarks;

import dev.annals.benchmarks.page.Median;
import dev.annals.query.app.EveryView;
import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.Views;
import dev.annals.store.LogReading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.ds.PGSimpleDataSource;

/** All views built at once from a log, in turns with nothing but a replay of it. */
final class ViewBuilds {
  private static final int ROUNDS = Integer.getInteger("benchmark.builds", 3);
  private static final int CONNECTIONS = 8;

  private final BenchmarkDatabase server;
  private final LogReading log;
  private final ProcessorTime processor;

  ViewBuilds(BenchmarkDatabase server, LogReading log, ProcessorTime processor) {
    this.server = server;
    this.log = log;
    this.processor = processor;
  }

  /** What the last round has built. */
  PGSimpleDataSource measure() throws SQLException {
    var replayed = new double[ROUNDS];
    var built = new double[ROUNDS];
    PGSimpleDataSource database = null;
    for (int round = 0; round < ROUNDS; round++) {
      if (database != null) {
        server.drop(database);
      }
      var fresh = server.fresh();
      database = fresh;
      replayed[round] = perSecond("replay", this::replay);
      built[round] = perSecond("four views", () -> build(fresh));
    }
    System.out.printf(
        "median: replay %.0f /s, four views together %.0f /s, ratio %.2f%n",
        Median.of(replayed), Median.of(built), Median.of(built) / Median.of(replayed));
    return Objects.requireNonNull(database);
  }

  private double perSecond(String what, Runnable work) {
    var before = processor.used();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    var used = processor.used().since(before).of(log.head());
    System.out.printf("%-10s %8.0f /s   %s%n", what, log.head() / seconds, used);
    return log.head() / seconds;
  }

  private void replay() {
    var count = new LongAdder();
    log.replay(0, event -> count.add(event.position() > 0 ? 1 : 0));
  }

  private void build(PGSimpleDataSource database) {
    try (var views = views(log, database)) {
      reach(views, log.head());
    }
  }

  /** The four views as they are shipped, which begin to follow the log. */
  static Views views(LogReading log, PGSimpleDataSource database) {
    var login = BenchmarkDatabase.settings(database).database();
    var settings = new QueryDatabase(login.url(), login.username(), login.password(), CONNECTIONS);
    var views = new Views(EveryView.all(), log, settings, new SimpleMeterRegistry());
    views.start();
    return views;
  }

  static void reach(Views views, long position) {
    if (!views.waiting().await(Set.copyOf(views.names()), position, Duration.ofHours(1))) {
      throw new IllegalStateException(views.states().toString());
    }
  }
}
