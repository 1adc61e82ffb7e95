package dev.annals.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A PostgreSQL of our own on the data directory, so that nothing has to be installed before Annals.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final Postmaster postmaster;
  private final Login owner;
  private final Login application;
  private final Login views;
  private final int port;

  private EmbeddedDatabase(Postmaster postmaster, Passwords passwords, int port)
      throws IOException {
    this.postmaster = postmaster;
    this.owner = passwords.login(Login.OWNER);
    this.application = passwords.login(Login.APPLICATION);
    this.views = passwords.login(Login.VIEWS);
    this.port = port;
  }

  /** Ready to be connected to; takes new passwords from the supplier where none are kept yet. */
  public static EmbeddedDatabase start(DataDirectory data, Supplier<String> newPassword) {
    try {
      var programs = PostgresPrograms.unpackedIn(data.root());
      var log = data.root().resolve("postgresql.log");
      var postmaster = new Postmaster(programs, data.cluster(), log);
      postmaster.stopOrphan();
      var cluster = new Cluster(programs, data.cluster());
      cluster.foundUnlessThere();
      var passwords = new Passwords(data.root(), cluster, newPassword);
      var database = new EmbeddedDatabase(postmaster, passwords, freePort());
      startOrStop(postmaster, database.port);
      return database;
    } catch (IOException e) {
      throw new StartRefused("PostgreSQL cannot be started in %s: %s".formatted(data.root(), e), e);
    }
  }

  /** What both sides are to be told, by the names of their settings. */
  public Map<String, Object> settings() {
    return Map.of(
        "annals.database.url", url("annals"),
        "annals.database.username", application.name(),
        "annals.database.password", application.password(),
        "annals.database.migration.username", owner.name(),
        "annals.database.migration.password", owner.password(),
        "annals.query.database.url", url("annals_views"),
        "annals.query.database.username", views.name(),
        "annals.query.database.password", views.password());
  }

  String url() {
    return url("annals");
  }

  private String url(String name) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
  }

  Login owner() {
    return owner;
  }

  Login application() {
    return application;
  }

  /** May be called again, and when the server is gone already. */
  @Override
  public void close() throws IOException {
    postmaster.stop();
  }

  /** Ctrl-C reaches the starter too, and would leave the server behind. */
  private static void startOrStop(Postmaster postmaster, int port) throws IOException {
    try {
      postmaster.start(port);
    } catch (StartRefused refused) {
      postmaster.stop();
      throw refused;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
