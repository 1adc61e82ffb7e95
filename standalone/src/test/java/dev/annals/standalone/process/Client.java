package dev.annals.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** HTTP to one side. */
final class Client {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;

  Client(int port) {
    this.port = port;
  }

  /** An answer, and the position that it names. */
  record Answer(int status, long position, JsonNode body) {
    Answer is(int expected) {
      assertThat(status).as(body.toString()).isEqualTo(expected);
      return this;
    }

    String text(String field) {
      return body.required(field).asString();
    }

    /** Bodies hold tokens. */
    @Override
    public String toString() {
      return status + " at " + position;
    }
  }

  Answer get(String path, String bearer) throws IOException, InterruptedException {
    return send(to(path, bearer).GET());
  }

  Answer post(String path, String bearer, Map<String, String> body)
      throws IOException, InterruptedException {
    return send(
        to(path, bearer)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  Answer introspect(String token, String bearer) throws IOException, InterruptedException {
    return send(
        to("/oauth2/introspect", bearer)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("token=" + token)));
  }

  private HttpRequest.Builder to(String path, String bearer) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  /** A question whose answer may take its time. */
  CompletableFuture<Answer> ask(String path, String bearer) {
    return HTTP.sendAsync(to(path, bearer).build(), BodyHandlers.ofString())
        .thenApply(Client::answer);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValueAsLong("Annals-Position").orElse(0),
        json(response));
  }

  private static JsonNode json(HttpResponse<String> response) {
    var type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") ? JSON.readTree(response.body()) : MissingNode.getInstance();
  }

  /** Zero where nobody listens. */
  int status(String path) throws InterruptedException {
    try {
      return send(to(path, "").GET()).status();
    } catch (IOException _) {
      return 0;
    }
  }

  /** Whether a meter shows this value. */
  boolean shows(String meter) throws IOException, InterruptedException {
    var request = to("/actuator/prometheus", "").build();
    return HTTP.send(request, BodyHandlers.ofString()).body().lines().anyMatch(meter::equals);
  }

  /** How many requests have not been answered, the one that asks this included. */
  long underWay() throws IOException, InterruptedException {
    var request = to("/actuator/prometheus", "").build();
    return HTTP.send(request, BodyHandlers.ofString())
        .body()
        .lines()
        // The query side alone is observed by Spring Boot, whose meter is a timer.
        .filter(line -> line.matches("http_server_requests_active(_seconds\\w*count)?[ {].*"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  boolean isListening() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
