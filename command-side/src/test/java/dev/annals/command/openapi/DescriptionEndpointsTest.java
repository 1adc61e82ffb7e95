package dev.annals.command.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.http.Problems;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

class DescriptionEndpointsTest {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private final ApiDescription description = new ApiDescription();
  private final MockMvcTester http =
      MockMvcTester.of(
          List.of(
              new OpenApiEndpoint(description),
              new ProblemEndpoint(new ProblemTypes(description)),
              new DocsEndpoint()),
          builder -> builder.setControllerAdvice(new Problems()).build());

  @Test
  void the_document_is_handed_out_as_json() throws Exception {
    var answer = http.get().uri("/openapi").exchange();

    assertThat(answer).hasStatusOk().hasContentType("application/json");
    assertThat(new JsonMapper().readTree(answer.getResponse().getContentAsByteArray()))
        .isEqualTo(DescribedApi.tree());
  }

  @Test
  void the_document_is_handed_out_as_it_is_written() throws Exception {
    var answer = http.get().uri("/openapi.yaml").exchange();

    assertThat(answer).hasStatusOk().hasContentType("application/yaml");
    assertThat(answer.getResponse().getContentAsString(UTF_8)).isEqualTo(description.yaml());
  }

  @Test
  void the_type_of_every_problem_can_be_followed() {
    assertThat(new ProblemTypes(description).all())
        .allSatisfy(type ->
            assertThat(http.get().uri(type.type()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.remedy")
                .isEqualTo(type.remedy()));
    assertThat(http.get().uri("/problems")).hasStatusOk();
  }

  @Test
  void a_type_that_is_none_is_not_found() {
    assertThat(http.get().uri("/problems/nonsense")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void the_page_asks_for_nothing_but_what_is_served_here() throws Exception {
    var page = http.get().uri("/docs").exchange().getResponse().getContentAsString();

    assertThat(LINK.matcher(page).results().map(found -> found.group(1)))
        .hasSizeGreaterThan(4)
        .noneMatch(link -> link.contains("//"))
        .allSatisfy(link -> assertThat(http.get().uri("/" + link)).hasStatusOk());
    assertThat(page).doesNotContain("<style", "<script>");
  }

  @Test
  void the_page_is_held_to_this_host() {
    assertThat(http.get().uri("/docs"))
        .hasStatusOk()
        .hasContentType("text/html")
        .headers()
        .hasHeaderSatisfying(
            "Content-Security-Policy",
            values ->
                assertThat(values)
                    .first()
                    .asString()
                    .contains("default-src 'none'", "connect-src 'self'", "script-src 'self';")
                    .doesNotContain("http", "*", "unsafe-eval"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index.html", "swagger-ui.js", "openapi.yaml", "..%2fapplication.properties"})
  void of_what_swagger_ui_ships_nothing_else_is_served(String file) {
    assertThat(http.get().uri("/docs/{file}", file)).hasStatus(HttpStatus.NOT_FOUND);
  }
}
