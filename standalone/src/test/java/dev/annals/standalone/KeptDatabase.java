package dev.annals.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database on a directory of its own for each test; the programs are unpacked once for all of
 * them.
 */
final class KeptDatabase implements BeforeEachCallback, AfterEachCallback {

  private static @Nullable Path programs;

  private @Nullable Path directory;
  private @Nullable DataDirectory data;
  private @Nullable EmbeddedDatabase database;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    directory = Files.createTempDirectory("annals");
    var unpacked = programs();
    var _ = Files.createSymbolicLink(directory.resolve(unpacked.getFileName()), unpacked);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    stop();
    var _ = PathUtils.deleteDirectory(directory());
  }

  private static synchronized Path programs() throws IOException {
    if (programs == null) {
      var shared = Files.createTempDirectory("annals-programs");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(shared)));
      programs = PostgresPrograms.unpackedIn(shared).directory();
    }
    return programs;
  }

  private static void remove(Path shared) {
    try {
      var _ = PathUtils.deleteDirectory(shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return Objects.requireNonNull(directory);
  }

  void stop() throws IOException {
    if (database != null) {
      database.close();
      database = null;
    }
    if (data != null) {
      data.close();
      data = null;
    }
  }

  EmbeddedDatabase start() {
    if (data == null) {
      data = DataDirectory.claim(directory());
    }
    if (database == null) {
      database = EmbeddedDatabase.start(data, () -> UUID.randomUUID() + "'\\");
    }
    return database;
  }

  ProcessHandle recordedServer() throws IOException {
    var line = Files.readAllLines(directory().resolve("postgresql/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
  }

  void write(String word) throws SQLException {
    try (var connection = connectAsOwner()) {
      execute(connection, "CREATE TABLE kept AS SELECT '%s' AS word".formatted(word));
    }
  }

  String read() throws SQLException {
    try (var connection = connectAsOwner()) {
      return single(connection, "SELECT word FROM kept");
    }
  }

  String readWhenBack() throws InterruptedException {
    while (true) {
      try {
        return read();
      } catch (SQLException _) {
        Thread.sleep(50);
      }
    }
  }

  static String show(Connection connection, String setting) {
    try {
      return single(connection, "SHOW " + setting);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  static String single(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  Connection connectAsApplication() throws SQLException {
    return connect(start().url(), start().application());
  }

  private Connection connectAsOwner() throws SQLException {
    return connect(start().url(), start().owner());
  }

  static Connection connect(String url, Login login) throws SQLException {
    return DriverManager.getConnection(url, login.name(), login.password());
  }
}
