package dev.annals.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.description.DescribedAnswers;
import dev.annals.query.http.Description;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** One request, put together word by word. */
final class Call {
  static final DescribedAnswers DESCRIBED = new DescribedAnswers(new Description().tree());
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpRequest.Builder request;
  private final String method;

  Call(URI base, String method, String path) {
    this.method = method;
    request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody());
  }

  @CanIgnoreReturnValue
  Call header(String name, String value) {
    request.header(name, value);
    return this;
  }

  @CanIgnoreReturnValue
  Call bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  @CanIgnoreReturnValue
  Call by(Town.Person person) {
    return bearer(person.token());
  }

  @CanIgnoreReturnValue
  Call json(String text) {
    request.method(method, BodyPublishers.ofString(text));
    return header("Content-Type", "application/json");
  }

  /** The answer, which is as described. */
  @CanIgnoreReturnValue
  Answer send() {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      DESCRIBED.hold(response);
      return new Answer(
          response.statusCode(), response.headers(), new String(response.body(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An answer that is read while it comes. */
  HttpResponse<InputStream> open() {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
