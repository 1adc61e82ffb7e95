package dev.annals.benchmarks;

import dev.annals.benchmarks.page.Median;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** A million events replayed into records, against plain binary COPY of the same table. */
public final class ReplayBenchmark {
  private static final int EVENTS = Integer.getInteger("benchmark.events", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);

  private static final String FILL =
      """
      insert into event (position, id, at, name, version, tags, metadata, payload)
      select p, gen_random_uuid(), now(), 'session.refreshed', '1',
        array['account:' || p % 100000, 'session:' || p % 200000],
        convert_to(format('{"causation":"%s","correlation":"%1$s"}', gen_random_uuid()), 'UTF8'),
        convert_to(format('{"session_id":"%s","token_id":"%s","previous":"%s",'
          '"client_id":"web-frontend","scope":["openid","profile","email"],'
          '"address":"203.0.113.7","issued_at":1795283477.879544785,'
          '"expires_at":1795287077.879544785}',
          p % 200000, gen_random_uuid(), gen_random_uuid()), 'UTF8')
      from generate_series(1, :events) p
      """;

  private ReplayBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var server = new BenchmarkDatabase();
    System.out.println("PostgreSQL " + server.version());
    var database = server.fresh();
    BenchmarkDatabase.execute(database, FILL.replace(":events", Integer.toString(EVENTS)));
    BenchmarkDatabase.execute(database, "vacuum analyze event");
    measure(database);
    server.drop(database);
    System.exit(0);
  }

  /** In turns, so that whatever else the machine does hits both. */
  private static void measure(PGSimpleDataSource database) throws SQLException {
    var plain = new double[ROUNDS];
    var decoded = new double[ROUNDS];
    var settings = BenchmarkDatabase.settings(database);
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      for (int round = 0; round < ROUNDS; round++) {
        plain[round] = perSecond(() -> copy(database));
        decoded[round] = perSecond(() -> replay(log));
        System.out.printf("COPY %8.0f /s   replay %8.0f /s%n", plain[round], decoded[round]);
      }
    }
    System.out.printf(
        "median: COPY %.0f /s, replay %.0f /s, ratio %.2f%n",
        Median.of(plain), Median.of(decoded), Median.of(decoded) / Median.of(plain));
  }

  private interface Reading {
    long run() throws SQLException;
  }

  private static double perSecond(Reading reading) throws SQLException {
    long start = System.nanoTime();
    return reading.run() / ((System.nanoTime() - start) / 1e9);
  }

  private static long copy(PGSimpleDataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      var copying = connection.unwrap(PGConnection.class).getCopyAPI();
      var rows = copying.copyOut("copy event to stdout (format binary)");
      long count = 0;
      while (rows.readFromCopy() != null) {
        count++;
      }
      return count - 1;
    }
  }

  private static long replay(PostgresLog log) {
    var count = new LongAdder();
    log.replay(0, event -> count.add(event.position() > 0 ? 1 : 0));
    return count.sum();
  }
}
