package dev.annals.benchmarks;

import dev.annals.command.AnnalsCommandSide;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.springframework.boot.SpringApplication;

/**
 * How long a good login takes over HTTP, one after the other, before and while thousands of failed
 * ones wait for their answers; passwords are hashed as they are in production.
 */
public final class FailedLoginsBenchmark {
  private static final int CROWD = Integer.getInteger("benchmark.crowd", 2_000);
  private static final String PASSWORD = "the very first of all keepers 61";
  private static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final HttpRequest login;

  private FailedLoginsBenchmark(URI server) {
    this.server = server;
    this.login = FailedLogins.goodLogin(server, "admin", PASSWORD);
  }

  public static void main(String[] arguments) throws Exception {
    var databases = new BenchmarkDatabase();
    System.out.println("PostgreSQL " + databases.version());
    var settings = BenchmarkDatabase.settings(databases.fresh()).database();
    try (var context =
        SpringApplication.run(
            AnnalsCommandSide.class,
            "--server.port=0",
            "--logging.level.root=warn",
            "--annals.database.url=" + settings.url(),
            "--annals.database.username=" + settings.username(),
            "--annals.database.password=" + settings.password(),
            "--annals.kek=" + KEK,
            "--annals.administrator.password=" + PASSWORD,
            "--annals.compat.datarhei.enabled=true",
            "--annals.compat.datarhei.failed-login-delay=1h",
            "--annals.passwords.queue=4096",
            "--annals.passwords.longest-wait=5m",
            "--annals.proxies.trusted=127.0.0.0/8,::1")) {
      var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
      new FailedLoginsBenchmark(URI.create("http://localhost:" + port)).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    measure("before");
    try (var crowd = new FailedLogins(server)) {
      crowd.ask(CROWD);
      while (FailedLogins.waiting(http, server) < CROWD) {
        Thread.sleep(200);
      }
      System.out.printf("%d failed logins wait%n", FailedLogins.waiting(http, server));
      measure("during");
      System.out.printf("%d failed logins wait%n", FailedLogins.waiting(http, server));
    }
  }

  private void measure(String when) throws Exception {
    var result =
        ClosedLoop.run(
            1,
            EngineBenchmark.WARM_UP,
            EngineBenchmark.MEASURED,
            (_, _) -> {
              int status = http.send(login, BodyHandlers.discarding()).statusCode();
              if (status != 200) {
                throw new IllegalStateException("a good login was answered " + status);
              }
            });
    System.out.printf("%-8s good logins %s%n", when, result);
  }
}
