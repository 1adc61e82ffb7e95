package dev.annals.standalone.fault.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** HTTP to wherever Annals listens at the moment; nothing is ever sent twice. */
public final class Wire implements AutoCloseable {
  /** Whoever has waited this long waits for nothing. */
  private static final Duration FOREVER = Duration.ofSeconds(20);

  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(FOREVER).build();
  private volatile boolean closed;
  private volatile URI base = URI.create("http://127.0.0.1:9");

  public void to(URI address) {
    base = address;
  }

  /** Sends a request with its circumstances, once. */
  Heard ask(Attempt attempt, Optional<String> bearer, Object body) {
    var request =
        to(attempt.wish().path())
            .header("Content-Type", "application/json")
            .header("X-Correlation-Id", attempt.correlation())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    bearer.ifPresent(token -> request.setHeader("Authorization", "Bearer " + token));
    if (attempt.once()) {
      request.setHeader("Idempotency-Key", attempt.operation());
    }
    return send(request.build());
  }

  public Heard get(String path, String bearer) {
    return send(to(path).header("Authorization", "Bearer " + bearer).GET().build());
  }

  public Heard get(String path) {
    return send(to(path).GET().build());
  }

  /** Whether something was begun that takes its time. */
  public boolean isAccepted(String path, String bearer) {
    var request = to(path).header("Authorization", "Bearer " + bearer);
    return send(request.POST(BodyPublishers.noBody()).build()) instanceof Heard.Answer answer
        && answer.status() == 202;
  }

  public Heard introspect(String token, String bearer) {
    return send(
        to("/oauth2/introspect")
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("token=" + token))
            .build());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(FOREVER);
  }

  private Heard send(HttpRequest request) {
    if (closed) {
      throw new IllegalStateException("the test is over");
    }
    try {
      return heard(http.send(request, BodyHandlers.ofString()));
    } catch (ConnectException _) {
      return new Heard.NotSent();
    } catch (HttpTimeoutException _) {
      return new Heard.TimedOut();
    } catch (IOException e) {
      return new Heard.Lost(e.toString());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a client", e);
    }
  }

  private static Heard heard(HttpResponse<String> response) {
    var headers = response.headers();
    return new Heard.Answer(
        response.statusCode(),
        headers.firstValueAsLong("Annals-Position"),
        headers.firstValue("Idempotent-Replayed").isPresent(),
        headers.firstValue("Retry-After"),
        json(response.body()));
  }

  private static JsonNode json(String body) {
    return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
  }
}
