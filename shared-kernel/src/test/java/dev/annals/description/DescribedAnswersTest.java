package dev.annals.description;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DescribedAnswersTest {
  private static final String JSON = "application/json";
  private static final String BOOK =
      """
      {"id": "01a2001e-5fd5-748f-a845-0ebd478b68a4", "at": "2026-11-21T21:58:40.265719Z",
       "pages": 3000000000, "kind": "novel", "authors": [{"name": "Ada"}],
       "lent": {"to": 1}, "extra": {"any": [null]}}\
      """;

  private static final DescribedAnswers DESCRIBED =
      new DescribedAnswers(
          JsonMapper.builder()
              .build()
              .readTree(
                  """
                  {"paths": {
                    "/books/{id}": {
                      "get": {"responses": {
                        "200": {"content": {"application/json":
                          {"schema": {"$ref": "#/components/schemas/Book"}}}},
                        "204": {},
                        "default": {"$ref": "#/components/responses/Other"}}}}},
                   "components": {
                    "responses": {"Other": {"content": {"application/problem+json":
                      {"schema": {"type": "object", "required": ["title"],
                        "properties": {"title": {"type": "string"}}}}}}},
                    "schemas": {
                      "Author": {"type": "object", "required": ["name"],
                        "properties": {"name": {"type": "string"}}},
                      "Book": {"type": "object", "required": ["id", "pages"],
                        "properties": {
                          "id": {"type": "string", "format": "uuid"},
                          "at": {"type": "string", "format": "date-time"},
                          "pages": {"type": "integer", "format": "int64"},
                          "note": {"type": ["string", "null"]},
                          "kind": {"type": "string", "enum": ["novel", "poem"]},
                          "authors": {"type": "array",
                            "items": {"$ref": "#/components/schemas/Author"}},
                          "lent": {"type": "object", "additionalProperties": {"type": "integer"}},
                          "extra": {"type": "object"}}}}}}
                  """));

  private static void hold(String body) {
    DESCRIBED.hold("GET /books/1", 200, JSON, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"note\":null",
      })
  void what_is_as_described_is_fine(String more) {
    assertThatCode(() -> hold(BOOK.replaceFirst("}$", more + "}"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"pages\":/\"leaves\":",
        "3000000000/\"many\"",
        "3000000000/1.5",
        "\"novel\"/\"play\"",
        "\"novel\"/null",
        "01a2001e-/01a2-",
        "T21:58/ 21h58",
        "\"name\"/\"called\"",
        "\"Ada\"/\"Ada\",\"born\":1815",
        "\"to\": 1/\"to\": \"me\"",
      })
  void what_is_not_is_noticed(String slip) {
    var words = slip.split("/", 2);
    assertThatThrownBy(() -> hold(BOOK.replace(words[0], words[1])))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void the_slip_is_told_with_its_place() {
    assertThatThrownBy(() -> hold(BOOK.replace("\"name\"", "\"called\"")))
        .hasMessageContaining("GET /books/1: 200")
        .hasMessageContaining("/authors/0");
  }

  @Test
  void a_status_that_is_not_named_is_the_default() {
    DESCRIBED.hold("GET /books/1", 404, "application/problem+json", "{\"title\":\"No\"}");

    assertThatThrownBy(() ->
            DESCRIBED.hold("GET /books/1", 404, "application/problem+json", "{\"tile\":\"\"}"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_form_or_a_body_that_is_not_described_is_noticed_and_so_is_a_body_that_is_missing() {
    DESCRIBED.hold("GET /books/1", 204, "", "");

    assertThatThrownBy(() -> DESCRIBED.hold("GET /books/1", 200, "text/html", "<p>"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> DESCRIBED.hold("GET /books/1", 204, JSON, "{}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> DESCRIBED.hold("GET /books/1", 200, "", ""))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void what_is_not_described_at_all_is_let_go() {
    assertThatCode(
            () -> {
              DESCRIBED.hold("GET /books/1/2", 200, "text/plain", "?");
              DESCRIBED.hold("PUT /books/1", 200, "text/plain", "?");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void a_text_is_held_to_a_schema_by_its_name() {
    DESCRIBED.holdTo("Author", "{\"name\":\"Ada\"}");

    assertThatThrownBy(() -> DESCRIBED.holdTo("Author", "{\"name\":1}"))
        .isInstanceOf(AssertionError.class);
  }
}
