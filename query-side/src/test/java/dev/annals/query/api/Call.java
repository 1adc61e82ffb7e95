package dev.annals.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpRequest.Builder request;

  Call(URI base, String method, String path) {
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
  Answer send() {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
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
