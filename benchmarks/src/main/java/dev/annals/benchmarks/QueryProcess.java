package dev.annals.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The query side as it is shipped, in a process of its own, fed by the log. */
final class QueryProcess implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final URI server;

  QueryProcess(PGSimpleDataSource log, PGSimpleDataSource views, String kek)
      throws IOException, InterruptedException {
    int port = freePort();
    server = URI.create("http://localhost:" + port);
    var command = new ArrayList<>(List.of(java(), "-Xmx1g", "-classpath", classpath()));
    command.add("dev.annals.query.AnnalsQuerySide");
    command.add("--server.port=" + port);
    command.add("--logging.level.root=warn");
    command.add("--annals.tokens.issuer=" + Founding.ISSUER);
    command.addAll(login("annals.database", log));
    command.addAll(login("annals.query.database", views));
    command.addAll(login("annals.recording", log));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("ANNALS_KEK", kek);
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitReady();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  /** Without the command side, beside which the query side leaves some questions to that. */
  private static String classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*\\b(command-side|standalone|benchmarks|axon-.*)\\b.*"))
        .collect(joining(File.pathSeparator));
  }

  private static List<String> login(String prefix, PGSimpleDataSource database) {
    var login = BenchmarkDatabase.settings(database).database();
    return List.of(
        "--" + prefix + ".url=" + login.url(),
        "--" + prefix + ".username=" + login.username(),
        "--" + prefix + ".password=" + login.password());
  }

  private void awaitReady() throws IOException, InterruptedException {
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the query side has ended");
      }
      Thread.sleep(200);
    }
  }

  private boolean isReady() throws IOException, InterruptedException {
    try {
      return status(get("/actuator/health/readiness").build()) == 200;
    } catch (ConnectException _) {
      return false;
    }
  }

  HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  int status(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  String body(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }
}
