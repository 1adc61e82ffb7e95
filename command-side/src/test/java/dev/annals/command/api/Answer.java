package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What came back. */
final class Answer {
  private final int status;
  private final HttpHeaders headers;
  private final String text;

  Answer(HttpResponse<byte[]> response) {
    this.status = response.statusCode();
    this.headers = response.headers();
    this.text = new String(response.body(), UTF_8);
  }

  int status() {
    return status;
  }

  String text() {
    return text;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The names of all headers but those of the moment. */
  Set<String> headerNames() {
    var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(headers.map().keySet());
    return names;
  }

  long position() {
    return Long.parseLong(header("Annals-Position").orElseThrow());
  }

  String requestId() {
    return header("X-Request-Id").orElseThrow();
  }

  JsonNode json() {
    return Json.read(text);
  }

  String field(String name) {
    return json().required(name).asString();
  }

  @CanIgnoreReturnValue
  Answer is(int expected) {
    assertThat(status).as(this::toString).isEqualTo(expected);
    return this;
  }

  /** Holds exactly these fields. */
  @CanIgnoreReturnValue
  Answer holds(String... names) {
    assertThat(json().propertyNames()).as(text).containsExactlyInAnyOrder(names);
    return this;
  }

  @CanIgnoreReturnValue
  Answer isPositioned() {
    assertThat(header("Annals-Position")).as(this::toString).isPresent();
    return this;
  }

  @CanIgnoreReturnValue
  Answer isUncached() {
    assertThat(header("Cache-Control")).as(this::toString).contains("no-store");
    return this;
  }

  /** A problem of this kind, complete (RFC 9457). */
  @CanIgnoreReturnValue
  Answer isProblem(int expected, String slug) {
    is(expected).isProblem();
    assertThat(field("type")).as(text).isEqualTo("/problems/" + slug);
    return this;
  }

  /** Some problem that is the caller's own fault, told as RFC 9457 wants it. */
  @CanIgnoreReturnValue
  Answer isProblem() {
    assertThat(status).as(this::toString).isBetween(400, 499);
    assertThat(header("Content-Type")).as(this::toString).contains("application/problem+json");
    assertThat(json().propertyNames())
        .as(text)
        .contains("type", "title", "status", "detail", "request_id");
    assertThat(json().required("status").asInt()).isEqualTo(status);
    assertThat(field("request_id")).isEqualTo(requestId());
    return this;
  }

  /** An invalid request, whose field this is. */
  @CanIgnoreReturnValue
  Answer blames(String field) {
    isProblem(400, "invalid-request");
    var named =
        StreamSupport.stream(json().required("errors").spliterator(), false)
            .map(error -> error.required("field").asString())
            .toList();
    assertThat(named).as(text).contains(field);
    return this;
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + "\n" + text;
  }
}
