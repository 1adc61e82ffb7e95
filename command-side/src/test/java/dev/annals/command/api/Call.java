package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request, put together word by word. */
final class Call {
  private final Client client;
  private final URI uri;
  private final String method;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private BodyPublisher body = BodyPublishers.noBody();

  Call(Client client, String method, String path) {
    this.client = client;
    this.uri = URI.create(client.base() + path);
    this.method = method;
  }

  @CanIgnoreReturnValue
  Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  @CanIgnoreReturnValue
  Call bearer(@Nullable String token) {
    return token == null ? this : header("Authorization", "Bearer " + token);
  }

  @CanIgnoreReturnValue
  Call basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @CanIgnoreReturnValue
  Call key(String idempotencyKey) {
    return header("Idempotency-Key", idempotencyKey);
  }

  /** A JSON object of these names and values, taking turns; a null value leaves its name out. */
  @CanIgnoreReturnValue
  Call fields(@Nullable Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      if (value != null) {
        object.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    Secrets.noteThoseIn(object);
    return json(Json.write(object));
  }

  @CanIgnoreReturnValue
  Call json(String text) {
    return body("application/json", text.getBytes(UTF_8));
  }

  /** A form of these names and values, taking turns. */
  @CanIgnoreReturnValue
  Call form(String... namesAndValues) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], UTF_8));
    }
    var text = pairs.stream().collect(Collectors.joining("&"));
    return body("application/x-www-form-urlencoded", text.getBytes(UTF_8));
  }

  @CanIgnoreReturnValue
  Call body(String contentType, byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
    return header("Content-Type", contentType);
  }

  /** The same without a Content-Length, in chunks. */
  @CanIgnoreReturnValue
  Call chunked(String contentType, byte[] bytes) {
    body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return header("Content-Type", contentType);
  }

  @CanIgnoreReturnValue
  Answer send() {
    var request = HttpRequest.newBuilder(uri).method(method, body);
    headers.forEach(request::header);
    try {
      var answer = new Answer(client.send(request.build()));
      Secrets.noteThoseIn(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
