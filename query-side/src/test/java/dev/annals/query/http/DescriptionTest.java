package dev.annals.query.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.http.Description.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Holds the endpoints, the problems and their pages to the document, and it to them. */
class DescriptionTest {
  private static final Description DESCRIPTION = new Description();
  private static final Pattern MADE = Pattern.compile("\\bof\\(\\s*(\\d{3}),\\s*\"([a-z-]+)\"");
  private static final Pattern CHOSEN = Pattern.compile("case (\\d{3}) -> \"([a-z-]+)\"");

  /** A method that answers questions. */
  record Endpoint(String name, Asks asks) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Endpoint> endpoints() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents("dev.annals.query").stream()
        .map(found -> ClassUtils.resolveClassName(requireNonNull(found.getBeanClassName()), null))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(DescriptionTest::mapped)
        .filter(endpoint -> endpoint.name().contains("/v1/"));
  }

  private static Stream<Endpoint> mapped(Method method) {
    var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    var asks = method.getAnnotation(Asks.class);
    return mapping == null || asks == null
        ? Stream.empty()
        : Arrays.stream(mapping.method())
            .flatMap(verb ->
                Arrays.stream(mapping.path()).map(path -> new Endpoint(verb + " " + path, asks)));
  }

  private static Map<String, JsonNode> operations() {
    var operations = new TreeMap<String, JsonNode>();
    DESCRIPTION
        .tree()
        .required("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .forEach(method ->
                    operations.put(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        method.getValue())));
    return operations;
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? DESCRIPTION.tree().at(node.required("$ref").stringValue().substring(1))
        : node;
  }

  @Test
  void every_endpoint_is_described_and_everything_described_is_an_endpoint() {
    assertThat(endpoints().map(Endpoint::name)).containsAll(operations().keySet());
    assertThat(operations().keySet()).containsAll(endpoints().map(Endpoint::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endpoints")
  void what_can_be_asked_is_described(Endpoint endpoint) {
    var described =
        requireNonNull(operations().get(endpoint.name()))
            .required("parameters")
            .valueStream()
            .map(DescriptionTest::resolved)
            .filter(parameter -> parameter.path("in").asString().equals("query"))
            .map(parameter -> parameter.path("name").asString());
    var known = new HashSet<>(List.of(endpoint.asks().parameters()));
    if (endpoint.asks().views().length > 0) {
      known.add("min_position");
    }
    assertThat(described).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void every_reference_leads_somewhere_and_everything_is_referred_to() {
    var references = new HashSet<>(DESCRIPTION.tree().findValuesAsString("$ref"));
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            ref -> assertThat(DESCRIPTION.tree().at(ref.substring(1)).isMissingNode()).isFalse());
    for (var kind : List.of("parameters", "headers", "responses", "schemas", "examples")) {
      DESCRIPTION
          .tree()
          .required("components")
          .required(kind)
          .propertyNames()
          .forEach(name -> assertThat(references).contains("#/components/" + kind + "/" + name));
    }
  }

  @Test
  void the_problems_of_the_code_are_those_of_the_document_with_the_same_status() {
    var described =
        DESCRIPTION.problems().stream().collect(toMap(DescriptionTest::slug, ProblemType::status));
    assertThat(described).containsAllEntriesOf(inCode());
    // The command side alone reads bodies; where a request is larger, the server itself says so.
    assertThat(described.keySet())
        .isEqualTo(
            Stream.concat(inCode().keySet().stream(), Stream.of("request-too-large"))
                .collect(toSet()));
  }

  @Test
  void the_page_for_people_says_the_same_as_the_document() throws IOException {
    var rows =
        Files.readAllLines(Path.of("../docs/problems.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .collect(toSet());
    assertThat(rows)
        .containsAll(DESCRIPTION.problems().stream().map(DescriptionTest::row).toList());
    assertThat(own())
        .isNotEmpty()
        .isSubsetOf(DESCRIPTION.problems().stream().map(DescriptionTest::row).collect(toSet()));
  }

  private static Set<String> own() throws IOException {
    return Files.readAllLines(Path.of("../docs/problems.md")).stream()
        .dropWhile(line -> !line.equals("## The query side"))
        .filter(line -> line.startsWith("| `"))
        .collect(toSet());
  }

  private static Map<String, Integer> inCode() {
    var found = new TreeMap<String, Integer>(Map.of("invalid-request", 400));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DescriptionTest::text)
          .flatMap(
              text -> Stream.concat(MADE.matcher(text).results(), CHOSEN.matcher(text).results()))
          .forEach(made -> found.put(made.group(2), Integer.valueOf(made.group(1))));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slug(ProblemType type) {
    return type.type().substring("/problems/".length());
  }

  private static String row(ProblemType type) {
    return "| `%s` | %d | %s | %s |"
        .formatted(slug(type), type.status(), type.when(), type.remedy());
  }
}
