package dev.annals.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(int status, HttpHeaders headers, String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  JsonNode json() {
    return JSON.readTree(text);
  }

  JsonNode at(String pointer) {
    return json().at(pointer);
  }

  List<JsonNode> list(String name) {
    return json().required(name).valueStream().toList();
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  @CanIgnoreReturnValue
  Answer is(int expected) {
    assertThat(status).as(this::toString).isEqualTo(expected);
    return this;
  }

  /** A problem of this kind, complete (RFC 9457). */
  @CanIgnoreReturnValue
  Answer isProblem(int expected, String slug) {
    is(expected);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(json().propertyNames()).contains("type", "title", "status", "detail", "request_id");
    assertThat(at("/type").asString()).as(text).isEqualTo("/problems/" + slug);
    assertThat(at("/request_id").asString()).isEqualTo(header("X-Request-Id"));
    return this;
  }

  /** An invalid request, whose field this is. */
  @CanIgnoreReturnValue
  Answer blames(String field) {
    isProblem(400, "invalid-request");
    assertThat(at("/errors/0/field").asString()).as(text).isEqualTo(field);
    return this;
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + "\n" + text;
  }
}
