package dev.annals.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A crowd whose logins have failed and are not answered yet, and how to see that they wait. */
final class FailedLogins implements AutoCloseable {
  private static final Pattern HELD =
      Pattern.compile("(?m)^annals_datarhei_failed_logins_held ([0-9.]+)");

  private final URI server;
  private final List<Socket> sockets = new ArrayList<>();

  FailedLogins(URI server) {
    this.server = server;
  }

  /** Half of them with a wrong password from an address of their own, half without any. */
  void ask(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      var body =
          i % 2 == 0 ? "{\"username\":\"nobody\",\"password\":\"a wrong password 12\"}" : "{";
      var address = "10.0.%d.%d".formatted(i / 250, i % 250);
      var head =
          "POST /api/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + ("X-Forwarded-For: " + address + "\r\n")
              + ("Content-Type: application/json\r\nContent-Length: " + body.length())
              + "\r\n\r\n";
      @SuppressWarnings("resource") // Closed with the crowd.
      var socket = new Socket(server.getHost(), server.getPort());
      sockets.add(socket);
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** How many the server says are waiting. */
  static int waiting(HttpClient http, URI server) throws IOException, InterruptedException {
    var metrics =
        http.send(
                HttpRequest.newBuilder(server.resolve("/actuator/prometheus")).build(),
                BodyHandlers.ofString())
            .body();
    var found = HELD.matcher(metrics);
    return found.find() ? (int) Double.parseDouble(found.group(1)) : -1;
  }

  static HttpRequest goodLogin(URI server, String login, String password) {
    var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
    return HttpRequest.newBuilder(server.resolve("/api/login"))
        .header("Content-Type", "application/json")
        .header("X-Forwarded-For", "203.0.113.9")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}
