package dev.annals.command.api;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.compat.LenientJson;
import dev.annals.command.openapi.DescribedApi;
import dev.annals.command.openapi.DescribedApi.Operation;
import dev.annals.command.token.TokenPair;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Holds the endpoints to the OpenAPI document and the document to the endpoints. */
class DescribedEndpointsTest {
  private static final Map<String, Class<? extends Record>> ANSWERS =
      Map.of(
          "TokenPair", TokenPair.class,
          "OwnSessions", OwnSessionsEndpoint.Own.class,
          "Session", SessionLookup.View.class,
          "Registered", RegisterAccountEndpoint.Registered.class,
          "Account", AccountLookup.View.class,
          "ApiKey", ApiKeyEndpoint.Shown.class,
          "ApiKeys", ApiKeyEndpoint.Held.class,
          "HeldApiKey", ApiKeyLookup.View.class,
          "LogPage", LogEndpoint.Page.class,
          "LogEntry", LogEndpoint.Entry.class);

  /** Whose endpoints are described by whoever they are copied from. */
  private static final String FOREIGN = LenientJson.class.getPackageName();

  static final Set<Map.Entry<String, Class<? extends Record>>> ANSWER_RECORDS = ANSWERS.entrySet();

  @Test
  void every_endpoint_is_described_and_everything_described_is_an_endpoint() {
    var described = DescribedApi.operations().map(Operation::name).collect(toSet());

    var mapped =
        endpoints()
            .map(Endpoint::name)
            .filter(name -> !name.startsWith("GET /docs"))
            .collect(toSet());

    assertThat(described).isEqualTo(mapped).hasSizeGreaterThan(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endpoints")
  void a_request_has_exactly_the_described_fields(Endpoint endpoint) {
    var content = endpoint.operation().map(it -> it.node().at("/requestBody/content"));

    var body = content.map(it -> it.at("/application~1json/schema")).filter(JsonNode::isObject);

    assertThat(body.isPresent()).isEqualTo(endpoint.body().isPresent());
    endpoint
        .body()
        .ifPresent(record -> {
          var schema = DescribedApi.resolved(body.orElseThrow());
          assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
          assertThat(schema.path("properties").propertyNames())
              .containsExactlyInAnyOrderElementsOf(names(record, true).toList());
          assertThat(required(schema)).isEqualTo(names(record, false).collect(toSet()));
        });
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("ANSWER_RECORDS")
  void an_answer_has_exactly_the_described_fields(Map.Entry<String, Class<?>> answer) {
    var schema = DescribedApi.schema(answer.getKey());

    assertThat(schema.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names(answer.getValue(), true).toList());
    assertThat(required(schema)).isEqualTo(names(answer.getValue(), false).collect(toSet()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endpoints")
  void what_is_asked_in_the_query_is_described(Endpoint endpoint) {
    var described =
        endpoint.operation().stream()
            .flatMap(it -> it.node().path("parameters").valueStream())
            .filter(it -> it.path("in").asString().equals("query"))
            .map(it -> it.path("name").asString());

    assertThat(described)
        .containsExactlyElementsOf(
            Arrays.stream(endpoint.method().getParameters())
                .flatMap(it -> Optional.ofNullable(it.getAnnotation(RequestParam.class)).stream())
                .map(RequestParam::name)
                .toList());
    assertThat(endpoint.method().getParameters())
        .noneMatch(it -> it.isAnnotationPresent(RequestHeader.class));
  }

  /** A method that answers requests. */
  record Endpoint(String name, Method method) {
    Optional<Class<?>> body() {
      return Arrays.stream(method.getParameters())
          .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
          .<Class<?>>map(Parameter::getType)
          .findFirst();
    }

    Optional<Operation> operation() {
      return DescribedApi.operations().filter(it -> it.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Endpoint> endpoints() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents("dev.annals.command").stream()
        .map(found -> ClassUtils.resolveClassName(requireNonNull(found.getBeanClassName()), null))
        .filter(type -> !type.getPackageName().startsWith(FOREIGN))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(DescribedEndpointsTest::mapped);
  }

  private static Stream<Endpoint> mapped(Method method) {
    var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    return mapping == null
        ? Stream.empty()
        : Arrays.stream(mapping.method())
            .flatMap(verb ->
                Arrays.stream(mapping.path()).map(path -> new Endpoint(verb + " " + path, method)));
  }

  private static Stream<String> names(Class<?> type, boolean optionalToo) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> optionalToo || !isOptional(component))
        .map(component -> snakeCase(component.getName()));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Set<String> required(JsonNode schema) {
    return schema.path("required").valueStream().map(JsonNode::asString).collect(toSet());
  }
}
