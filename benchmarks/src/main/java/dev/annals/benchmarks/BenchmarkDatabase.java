package dev.annals.benchmarks;

import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server that is measured: the one at {@code ANNALS_BENCHMARK_URL} (a superuser's JDBC URL,
 * user and password included), else an embedded one that syncs to disk like any other.
 */
public final class BenchmarkDatabase {
  private final String url;
  private final PGSimpleDataSource server = new PGSimpleDataSource();
  private int databases;

  public BenchmarkDatabase() throws IOException {
    this(given());
  }

  /** A server that is running already. */
  public BenchmarkDatabase(String url) {
    this.url = url;
    server.setUrl(url);
  }

  private static String given() throws IOException {
    var url = System.getenv("ANNALS_BENCHMARK_URL");
    return url == null ? embedded() : url;
  }

  @SuppressWarnings("resource") // It lives as long as this JVM.
  private static String embedded() throws IOException {
    var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200")
            .start();
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /** As whom to use it and where it is, for another process. */
  public String url() {
    return url;
  }

  /** A new database with an empty log, on a server that has caught its breath. */
  public PGSimpleDataSource fresh() throws SQLException {
    var name = "benchmark_" + ProcessHandle.current().pid() + "_" + ++databases;
    execute(server, "create database " + name);
    execute(server, "checkpoint");
    var database = new PGSimpleDataSource();
    database.setUrl(server.getUrl());
    database.setUser(server.getUser());
    database.setPassword(server.getPassword());
    database.setDatabaseName(name);
    LogSchema.migrate(database);
    return database;
  }

  public void drop(PGSimpleDataSource database) throws SQLException {
    execute(server, "drop database " + database.getDatabaseName() + " with (force)");
  }

  public static LogSettings settings(PGSimpleDataSource database) {
    return LogSettings.of(
        database.getUrl(),
        Objects.requireNonNullElse(database.getUser(), "postgres"),
        Objects.requireNonNullElse(database.getPassword(), ""));
  }

  public String version() throws SQLException {
    return show("server_version")
        + ", fsync "
        + show("fsync")
        + ", synchronous_commit "
        + show("synchronous_commit");
  }

  private String show(String setting) throws SQLException {
    try (var connection = server.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("show " + setting)) {
      result.next();
      return result.getString(1);
    }
  }

  static void execute(PGSimpleDataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
