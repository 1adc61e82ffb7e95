package dev.annals.command.openapi;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.OwnDialect;
import dev.annals.command.desk.Problem;
import dev.annals.command.openapi.ProblemTypes.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescribedProblemsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** The foreign families have codes of their own, which are no problems of ours. */
  private static final String FOREIGN = "/compat/";

  private static final Path LIST = Path.of("../docs/problems.md");
  private static final Pattern MADE =
      Pattern.compile("\\b(?:of|Problem)\\(\\s*(\\d{3}),\\s*\"([a-z-]+)\"");
  private static final Pattern CHOSEN = Pattern.compile("case (\\d{3}) -> \"([a-z-]+)\"");

  private final ProblemTypes types = new ProblemTypes(new ApiDescription());

  @Test
  void the_problems_of_the_code_are_those_of_the_document_with_the_same_status()
      throws IOException {
    var inCode = new TreeMap<String, Integer>();
    inCode.putAll(refusals());
    inCode.putAll(literals());

    assertThat(described(ProblemType::status)).isEqualTo(inCode);
  }

  @Test
  void the_page_for_people_lists_the_same_as_the_document() throws IOException {
    var ours =
        Files.readAllLines(LIST).stream().takeWhile(line -> !line.equals("## The query side"));
    assertThat(ours)
        .filteredOn(line -> line.startsWith("| `"))
        .containsExactlyElementsOf(types.all().stream().map(DescribedProblemsTest::row).toList());
  }

  @Test
  void a_problem_is_told_under_the_name_and_title_that_the_code_gives_it() {
    assertThat(types.all())
        .allSatisfy(type -> {
          var told = new OwnDialect().tell(Problem.of(type.status(), slug(type), ""), "r");
          assertThat(told.body())
              .asInstanceOf(MAP)
              .containsEntry("type", type.type())
              .containsEntry("title", type.title());
        });
  }

  @Test
  void every_problem_can_come_from_somewhere_and_under_its_own_status() {
    var coming =
        DescribedApi.operations()
            .flatMap(operation -> operation.node().required("responses").propertyStream())
            .flatMap(DescribedProblemsTest::problems)
            .collect(toSet());

    assertThat(coming).isEqualTo(described(ProblemType::status).keySet());
  }

  @Test
  void every_operation_leaves_room_for_what_can_happen_to_any() {
    assertThat(DescribedApi.operations())
        .allSatisfy(operation ->
            assertThat(operation.node().at("/responses/default").isMissingNode())
                .as(operation.name())
                .isFalse());
  }

  /** {@code MOVED} never leaves the desk, which asks again and at last says contended. */
  private static Map<String, Integer> refusals() {
    return Arrays.stream(Refusal.values())
        .filter(refusal -> refusal != Refusal.MOVED)
        .map(Problem::of)
        .collect(toMap(Throwable::getMessage, Problem::status));
  }

  private static Map<String, Integer> literals() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.toString().contains(FOREIGN))
          .map(DescribedProblemsTest::text)
          .flatMap(
              text -> Stream.concat(MADE.matcher(text).results(), CHOSEN.matcher(text).results()))
          .collect(
              toMap(
                  found -> found.group(2),
                  DescribedProblemsTest::status,
                  (one, other) -> {
                    assertThat(one).isEqualTo(other);
                    return one;
                  }));
    }
  }

  private static Integer status(MatchResult found) {
    return Integer.valueOf(found.group(1));
  }

  private static Stream<String> problems(Map.Entry<String, JsonNode> response) {
    return DescribedApi.resolved(response.getValue())
        .at("/content/application~1problem+json/examples")
        .propertyStream()
        .map(example -> {
          var problem = DescribedApi.resolved(example.getValue()).required("value");
          assertThat(response.getKey())
              .isIn("default", Integer.toString(problem.required("status").intValue()));
          return example.getKey();
        });
  }

  private <T> Map<String, T> described(Function<ProblemType, T> what) {
    return types.all().stream().collect(toMap(DescribedProblemsTest::slug, what));
  }

  private static String row(ProblemType type) {
    return "| `%s` | %d | %s | %s |"
        .formatted(slug(type), type.status(), type.when(), type.remedy());
  }

  private static String slug(ProblemType type) {
    return type.type().substring("/problems/".length());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
