package dev.annals.store.postgres;

import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A primary and a replica that streams from it, of their own. */
final class Replica implements AutoCloseable {
  private static final Set<String> ITS_OWN =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

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
    run(connection, "select pg_backup_start('replica', true)");
    Files.walkFileTree(from, new Copying(from, to));
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
      rows.next();
      Files.writeString(to.resolve("backup_label"), rows.getString(1));
    }
    Files.createFile(to.resolve("standby.signal"));
    Files.writeString(
        to.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n");
  }

  /** What goes while it is copied was not needed. */
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.copy(
          directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!ITS_OWN.contains(file.getFileName().toString())) {
        try {
          Files.copy(file, to.resolve(from.relativize(file)));
        } catch (NoSuchFileException _) {
          // Gone.
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
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
