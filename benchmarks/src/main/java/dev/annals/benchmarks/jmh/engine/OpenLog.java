package dev.annals.benchmarks.jmh.engine;

import dev.annals.benchmarks.BenchmarkDatabase;
import dev.annals.store.EventLog;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.postgresql.ds.PGSimpleDataSource;

/** A log in a database of its own, for as long as one thing is measured on it. */
@State(Scope.Benchmark)
public class OpenLog {
  /** Where PostgreSQL is; empty: one is started. */
  @Param("")
  public String server = "";

  private @Nullable Open open;

  private record Open(BenchmarkDatabase server, PGSimpleDataSource database, PostgresLog log) {}

  @Setup
  public void open() throws IOException, SQLException {
    var databases = server.isEmpty() ? new BenchmarkDatabase() : new BenchmarkDatabase(server);
    var database = databases.fresh();
    var settings = BenchmarkDatabase.settings(database);
    open = new Open(databases, database, PostgresLog.open(settings, new SimpleMeterRegistry()));
  }

  @TearDown
  public void close() throws SQLException {
    var closing = Objects.requireNonNull(open);
    closing.log().close();
    closing.server().drop(closing.database());
  }

  EventLog log() {
    return Objects.requireNonNull(open).log();
  }
}
