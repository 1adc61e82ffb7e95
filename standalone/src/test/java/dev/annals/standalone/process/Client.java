package dev.annals.standalone.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
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

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = HTTP.send(request.build(), BodyHandlers.ofString());
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

  /** A question whose answer is read as slowly as one likes; next to nothing of it is buffered. */
  Socket slowly(String path, String bearer) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(2_048);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var request =
        String.join(
            "\r\n",
            "GET " + path + " HTTP/1.1",
            "Host: annals",
            "Connection: close",
            "Accept: application/x-ndjson",
            "Authorization: Bearer " + bearer,
            "",
            "");
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  boolean isListening() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
