package dev.annals.benchmarks.fault.world;

import dev.annals.standalone.DataDirectory;
import dev.annals.standalone.EmbeddedDatabase;
import dev.annals.standalone.fault.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A PostgreSQL that somebody starts again whenever it is gone, as an operator's machine would. */
public final class Postgres implements AutoCloseable {
  private static final int MEBIBYTES = 300;

  private final DataDirectory data;
  private final EmbeddedDatabase database;
  private final EmbeddedServer server;
  private final Map<String, Object> settings;

  Postgres(Path directory) {
    data = DataDirectory.claim(directory);
    database = EmbeddedDatabase.start(data, () -> UUID.randomUUID().toString());
    server = new EmbeddedServer(directory.toAbsolutePath().normalize());
    settings = database.settings();
  }

  /** By the name of the setting that Annals is told it by. */
  String setting(String name) {
    return String.valueOf(settings.get(name));
  }

  int port() {
    return URI.create(setting("annals.database.url").substring("jdbc:".length())).getPort();
  }

  public EmbeddedServer server() {
    return server;
  }

  public Connection log() throws SQLException {
    return DriverManager.getConnection(
        setting("annals.database.url"),
        setting("annals.database.migration.username"),
        setting("annals.database.migration.password"));
  }

  public Connection views() throws SQLException {
    return DriverManager.getConnection(
        setting("annals.query.database.url"),
        setting("annals.query.database.username"),
        setting("annals.query.database.password"));
  }

  /**
   * Writes into the write-ahead log, and into nothing else, until there is no room for it, which
   * ends the server.
   *
   * @return whether it did
   */
  public boolean overflow() {
    try (var connection = log();
        var statement = connection.createStatement()) {
      for (int i = 0; i < MEBIBYTES; i++) {
        var _ =
            statement.execute("select pg_logical_emit_message(false, '', repeat('-', 1 << 20))");
      }
      return false;
    } catch (SQLException _) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    try (data;
        database) {
      // In this order: the server, then the lock on its directory.
    } finally {
      server.end();
    }
  }
}
