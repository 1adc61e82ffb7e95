package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.machine.Postmaster;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL of its own for one service, which syncs to disk before it says that it has. */
public final class Cluster implements AutoCloseable {
  private final Path directory;
  private final EmbeddedPostgres postgres;

  /**
   * Started, and empty.
   *
   * @param settings beyond those that make commits durable
   */
  Cluster(Map<String, String> settings) throws IOException {
    directory = Files.createTempDirectory("annals-benchmark-");
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(true)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200");
    settings.forEach(builder::setServerConfig);
    postgres = builder.start();
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
  }

  /** One statement a line, as the superuser. */
  public void execute(String database, String statements) throws IOException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      for (var each : statements.lines().toList()) {
        var _ = statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** As the superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  public Postmaster postmaster() throws IOException {
    return Postmaster.in(directory);
  }

  /** How it is set, in words for a report. */
  public String settings() throws IOException {
    return "PostgreSQL %s, fsync %s, synchronous_commit %s, full_page_writes %s"
        .formatted(
            show("server_version"),
            show("fsync"),
            show("synchronous_commit"),
            show("full_page_writes"));
  }

  private String show(String setting) throws IOException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement();
        var result = statement.executeQuery("show " + setting)) {
      var _ = result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
