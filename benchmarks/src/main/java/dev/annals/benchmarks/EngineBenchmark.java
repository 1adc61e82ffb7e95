package dev.annals.benchmarks;

import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Durable appends a second, each on its own condition; and the same with a transaction each. */
public final class EngineBenchmark {
  static final int[] WAITING =
      Stream.of(System.getProperty("benchmark.waiting", "1,16,64,256").split(",", -1))
          .mapToInt(Integer::parseInt)
          .toArray();
  private static final boolean BASELINE =
      Boolean.parseBoolean(System.getProperty("benchmark.baseline", "true"));
  static final Duration WARM_UP = seconds("warmup", 4);
  static final Duration MEASURED = seconds("measured", 8);

  private EngineBenchmark() {}

  private static Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(Integer.getInteger("benchmark." + name, otherwise));
  }

  public static void main(String[] arguments) throws Exception {
    var server = new BenchmarkDatabase();
    System.out.println("PostgreSQL " + server.version());
    for (int waiting : WAITING) {
      var database = server.fresh();
      print("group commit", waiting, groupCommit(database, waiting));
      server.drop(database);
    }
    for (int waiting : BASELINE ? WAITING : new int[0]) {
      var database = server.fresh();
      print("a transaction each", waiting, transactionEach(database, waiting));
      server.drop(database);
    }
    System.exit(0);
  }

  private static void print(String how, int waiting, ClosedLoop.Result result) {
    System.out.printf("%-20s %4d waiting %s%n", how, waiting, result);
  }

  private static ClosedLoop.Result groupCommit(PGSimpleDataSource database, int waiting)
      throws Exception {
    var settings = BenchmarkDatabase.settings(database);
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      return ClosedLoop.run(
          waiting,
          WARM_UP,
          MEASURED,
          (worker, number) -> {
            var session = worker + "-" + number;
            var _ = log.append(Refreshes.append(session, number, log.head())).join();
          });
    }
  }

  private static ClosedLoop.Result transactionEach(PGSimpleDataSource database, int waiting)
      throws Exception {
    try (var baseline = new TransactionEach(database, Math.min(waiting, 64))) {
      return ClosedLoop.run(
          waiting,
          WARM_UP,
          MEASURED,
          (worker, number) -> baseline.append(worker + "-" + number, number));
    }
  }
}
