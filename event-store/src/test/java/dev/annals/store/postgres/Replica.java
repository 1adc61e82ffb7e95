package dev.annals.store.postgres;

import dev.annals.store.BaseBackup;
import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A primary and a replica that streams from it, of their own. */
final class Replica implements AutoCloseable {
  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres replica;

  private Replica(EmbeddedPostgres primary, EmbeddedPostgres replica) {
    this.primary = primary;
    this.replica = replica;
  }

  static Replica start(Path directory) throws IOException, SQLException {
    // Roles and the database come with the copy.
    var first = directory.resolve("primary");
    var primary = EmbeddedPostgres.builder().setDataDirectory(first).start();
    try {
      LogSchema.migrate(primary.getPostgresDatabase());
      try (var connection = primary.getPostgresDatabase().getConnection()) {
        run(connection, "create role annals login password 'annals' in role annals_log_writer");
        run(
            connection,
            "create role annals_reader login password 'annals' in role annals_log_reader");
        copy(connection, first, directory.resolve("replica"), primary.getPort());
      }
      var replica =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory.resolve("replica"))
              .setCleanDataDirectory(false)
              .start();
      return new Replica(primary, replica);
    } catch (IOException | SQLException | RuntimeException e) {
      primary.close();
      throw e;
    }
  }

  private static void copy(Connection connection, Path from, Path to, int port)
      throws SQLException, IOException {
    BaseBackup.take(connection, from, to, () -> {});
    Files.createFile(to.resolve("standby.signal"));
    Files.writeString(
        to.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  LogSettings writing() {
    return LogSettings.of(url(primary), "annals", "annals");
  }

  LogSettings reading() {
    return LogSettings.of(url(replica), "annals_reader", "annals");
  }

  /** The same server, to be written to once it is promoted. */
  LogSettings writingTheReplica() {
    return LogSettings.of(url(replica), "annals", "annals");
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  boolean isFollowing() throws SQLException {
    try (var connection = replica.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_is_in_recovery()")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /** Waits until it is done. */
  void promote() throws SQLException {
    try (var connection = replica.getPostgresDatabase().getConnection()) {
      run(connection, "select pg_promote(true, 30)");
    }
  }

  @Override
  public void close() throws IOException {
    replica.close();
    primary.close();
  }
}
