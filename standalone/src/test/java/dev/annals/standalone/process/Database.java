package dev.annals.standalone.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * A PostgreSQL that wants passwords, with the logins that {@code docker/create-logins.sh} makes.
 */
final class Database implements AutoCloseable {
  private static final Path SCRIPT = Path.of("..", "docker", "create-logins.sh");
  private static final Pattern STATEMENTS = Pattern.compile("(?s)<<'SQL'\n(.*)\nSQL");
  private static final Pattern VARIABLE = Pattern.compile(":'\\w+'");
  private static final String WHO_COMES_IN =
      """
      local all all trust
      host all postgres all trust
      host all all all scram-sha-256
      """;

  /** All logins have the same one. */
  static final String PASSWORD = "as long as it is there";

  private final EmbeddedPostgres postgres;

  Database(Path directory) throws IOException, SQLException {
    var rules = Files.writeString(directory.resolve("pg_hba.conf"), WHO_COMES_IN);
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("hba_file", rules.toAbsolutePath().toString())
            .setServerConfig("max_connections", "200")
            .start();
    createLogins();
  }

  private void createLogins() throws IOException, SQLException {
    var script = STATEMENTS.matcher(Files.readString(SCRIPT));
    if (!script.find()) {
      throw new IllegalStateException("there are no statements in " + SCRIPT);
    }
    var statements = VARIABLE.matcher(script.group(1)).replaceAll("'" + PASSWORD + "'");
    try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres");
        var statement = connection.createStatement()) {
      for (var each : statements.split(";\\s*", -1)) {
        var _ = statement.execute(each);
      }
    }
  }

  String address() {
    return "127.0.0.1:" + postgres.getPort();
  }

  String url(String database) {
    return "jdbc:postgresql://" + address() + "/" + database;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
