package dev.annals.benchmarks.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** For what is not measured: settings, accounts, first tokens. */
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI server;

  Api(Service service) {
    server = URI.create("http://127.0.0.1:" + service.port());
  }

  /**
   * The answer.
   *
   * @param bearer a token, or nothing
   */
  JsonNode post(String path, String bearer, Map<String, ?> body)
      throws IOException, InterruptedException {
    var request = to(path, bearer).header("Content-Type", "application/json");
    return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
  }

  JsonNode form(String path, String form) throws IOException, InterruptedException {
    var request = to(path, "").header("Content-Type", "application/x-www-form-urlencoded");
    return send(request.POST(BodyPublishers.ofString(form)).build());
  }

  /** Whether that is there, and answers whoever has the token. */
  boolean answers(String path, String bearer) throws IOException, InterruptedException {
    return HTTP.send(to(path, bearer).build(), BodyHandlers.discarding()).statusCode() == 200;
  }

  private HttpRequest.Builder to(String path, String bearer) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request + " was answered " + answer.statusCode() + answer.body());
    }
    return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }
}
