package dev.annals.benchmarks;

import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.Views;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.postgres.PostgresReading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The query side over a long history: how fast all views are built, what a question costs, how late
 * an event is seen, and how many tokens a second are told good.
 */
public final class QueryBenchmark {
  private static final int EVENTS = Integer.getInteger("benchmark.events", 1_000_000);
  private static final int ACCOUNTS = Integer.getInteger("benchmark.accounts", 20_000);

  private final BenchmarkDatabase server;
  private final PGSimpleDataSource database;

  private QueryBenchmark(BenchmarkDatabase server, PGSimpleDataSource database) {
    this.server = server;
    this.database = database;
  }

  public static void main(String[] arguments) throws Exception {
    var server = new BenchmarkDatabase();
    System.out.printf(
        "%d cores, PostgreSQL %s, %d events of %d accounts%n",
        Runtime.getRuntime().availableProcessors(), server.version(), EVENTS, ACCOUNTS);
    new QueryBenchmark(server, server.fresh()).run();
    System.exit(0);
  }

  private void run() throws Exception {
    var settings = BenchmarkDatabase.settings(database);
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      var founding = new Founding(log);
      var asked = new QueriedLog(log);
      asked.fill(new RandomHistory(1, ACCOUNTS), EVENTS, 2 * Lag.EVENTS);
      BenchmarkDatabase.execute(database, "vacuum analyze event");
      var built = new ViewBuilds(server, log, new ProcessorTime(database)).measure();
      BenchmarkDatabase.execute(built, "checkpoint");
      ask(asked, built);
      follow(asked, built);
      try (var queries = new QueryProcess(database, built, founding.kek())) {
        overHttp(new OverHttp(queries, asked, founding));
      }
    }
  }

  private static void ask(QueriedLog asked, PGSimpleDataSource built) throws Exception {
    try (var views = ViewBuilds.views(asked.log(), built)) {
      ViewBuilds.reach(views, asked.log().head());
      var lookups = new Lookups(views, asked);
      lookups.asOf();
      lookups.filters();
    }
  }

  private void follow(QueriedLog asked, PGSimpleDataSource built) throws Exception {
    try (var views = ViewBuilds.views(asked.log(), built)) {
      Lag.measure("beside the writer", asked, views);
    }
    var settings = BenchmarkDatabase.settings(database);
    try (var reading = PostgresReading.open(settings, new SimpleMeterRegistry());
        Views views = ViewBuilds.views(reading, built)) {
      Lag.measure("of who is told by the database", asked, views);
    }
  }

  private static void overHttp(OverHttp http) throws Exception {
    http.asOf(1);
    http.asOf(8);
    http.introspect(8);
    http.introspect(32);
  }
}
