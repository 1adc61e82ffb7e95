package dev.annals.query.proof;

import dev.annals.store.BaseBackup;
import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** A server that archives its WAL, and another one that is restored from a backup of it. */
final class RestoredServer implements AutoCloseable {
  private final Path directory;
  private final EmbeddedPostgres original;
  private EmbeddedPostgres restored;

  RestoredServer(Path directory) throws IOException, SQLException {
    this.directory = directory;
    var archive = Files.createDirectory(directory.resolve("archive"));
    original =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("original"))
            .setServerConfig("archive_mode", "on")
            .start();
    restored = original;
    LogSchema.migrate(original.getPostgresDatabase());
    try (var connection = original.getPostgresDatabase().getConnection()) {
      run(connection, "alter system set archive_command = 'cp %p " + archive + "/%f'");
      run(connection, "select pg_reload_conf()");
      run(connection, "create role annals login password 'annals' in role annals_log_writer");
      run(connection, "create role reader login password 'annals' in role annals_log_reader");
    }
  }

  /** Takes a base backup, and restores another server to the moment at which it was complete. */
  void restore(BaseBackup.Meanwhile meanwhile) throws IOException, SQLException {
    var files = directory.resolve("restored");
    try (var connection = original.getPostgresDatabase().getConnection()) {
      BaseBackup.take(connection, directory.resolve("original"), files, meanwhile);
    }
    Files.createFile(files.resolve("recovery.signal"));
    Files.writeString(
        files.resolve("postgresql.auto.conf"),
        """
        restore_command = 'cp %s/%%f %%p'
        recovery_target = 'immediate'
        recovery_target_action = 'promote'
        """
            .formatted(directory.resolve("archive")));
    restored =
        EmbeddedPostgres.builder().setDataDirectory(files).setCleanDataDirectory(false).start();
    while (isRecovering()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private boolean isRecovering() throws SQLException {
    try (var connection = restored.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  LogSettings writing() {
    return LogSettings.of(url(original), "annals", "annals");
  }

  LogSettings writingTheRestored() {
    return LogSettings.of(url(restored), "annals", "annals");
  }

  LogSettings readingTheRestored() {
    return LogSettings.of(url(restored), "reader", "annals");
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    restored.close();
    original.close();
  }
}
