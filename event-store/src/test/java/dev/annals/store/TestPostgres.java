package dev.annals.store;

import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL a JVM, and as many databases on it as tests want: in a container where a
 * Docker engine answers, else embedded. {@code ANNALS_TEST_POSTGRES=host:port} names another one,
 * whose superuser is {@code postgres} with password {@code postgres}.
 */
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Server SERVER = start();
  private static final String TEMPLATE = template();

  private TestPostgres() {}

  /** Where the server is, and its superuser. */
  public record Server(String host, int port, String owner, String password, String kind) {}

  /**
   * A database with an empty log.
   *
   * @param name as the server knows it
   * @param url without user and password
   */
  public record Database(String name, String url) {
    /** The owner, who may do what the log's triggers let them. */
    public LogSettings asOwner() {
      return LogSettings.of(url, SERVER.owner(), SERVER.password());
    }

    /** The role that an application has. */
    public LogSettings asApplication() {
      return LogSettings.of(url, "annals", "annals");
    }

    public PGSimpleDataSource ownerDataSource() {
      return dataSource(SERVER.owner(), SERVER.password());
    }

    public PGSimpleDataSource applicationDataSource() {
      return dataSource("annals", "annals");
    }

    /** A login that may read the log and its data keys. */
    public LogSettings asReader() {
      return LogSettings.of(url, "annals_reader", "annals");
    }

    private PGSimpleDataSource dataSource(String user, String password) {
      var source = new PGSimpleDataSource();
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      return source;
    }
  }

  public static Server server() {
    return SERVER;
  }

  /** A new database with the log's schema. */
  public static Database freshDatabase() {
    var name = "log_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    admin("create database " + name + " template " + TEMPLATE);
    return database(name);
  }

  /** Migrated once; copying it takes a fraction of the time. */
  private static String template() {
    var name = "template_log_" + ProcessHandle.current().pid();
    admin("create database " + name);
    LogSchema.migrate(database(name).ownerDataSource());
    admin(
        "do $$ begin if not exists (select from pg_roles where rolname = 'annals') then"
            + " create role annals login password 'annals' in role annals_log_writer;"
            + " end if;"
            + " if not exists (select from pg_roles where rolname = 'annals_reader') then"
            + " create role annals_reader login password 'annals' in role annals_log_reader;"
            + " end if; end $$");
    return name;
  }

  private static Database database(String name) {
    return new Database(
        name, "jdbc:postgresql://" + SERVER.host() + ":" + SERVER.port() + "/" + name);
  }

  /** Runs a statement as superuser. */
  public static void admin(String sql) {
    var url = "jdbc:postgresql://" + SERVER.host() + ":" + SERVER.port() + "/postgres";
    try (var connection = DriverManager.getConnection(url, SERVER.owner(), SERVER.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Server start() {
    var given = System.getenv("ANNALS_TEST_POSTGRES");
    var server = given != null ? given(given) : dockerAnswers() ? contained() : embedded();
    System.out.println("Tests use " + server.kind());
    return server;
  }

  private static Server given(String hostAndPort) {
    var parts = URI.create("postgresql://" + hostAndPort);
    return new Server(
        parts.getHost(), parts.getPort(), "postgres", "postgres", "PostgreSQL at " + hostAndPort);
  }

  private static boolean dockerAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // It lives as long as this JVM.
  private static Server contained() {
    var container = new PostgreSQLContainer("postgres:18");
    container.start();
    return new Server(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getUsername(),
        container.getPassword(),
        "PostgreSQL 18 in a container");
  }

  @SuppressWarnings("resource") // It lives as long as this JVM.
  private static Server embedded() {
    try {
      var postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .start();
      return new Server(
          "localhost", postgres.getPort(), "postgres", "postgres", "embedded PostgreSQL");
    } catch (IOException e) {
      throw new IllegalStateException("no PostgreSQL for tests", e);
    }
  }
}
