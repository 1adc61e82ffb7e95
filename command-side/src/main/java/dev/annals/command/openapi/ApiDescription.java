package dev.annals.command.openapi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document (OpenAPI Specification 3.1.1). It is parsed when somebody first asks, so
 * that it costs a start nothing. Where the query side runs in the same process, its document is
 * part of this one, and where both have an operation, that is the one that answers.
 */
@Component
final class ApiDescription {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final ClassPathResource OWN = new ClassPathResource("openapi/openapi.yaml");
  private static final ClassPathResource OTHER = new ClassPathResource("openapi/query.yaml");

  private final SingletonSupplier<String> yaml = SingletonSupplier.of(ApiDescription::text);
  private final SingletonSupplier<JsonNode> tree =
      SingletonSupplier.of(() -> PLAIN.valueToTree(parse(yaml())));

  /** To the letter, unless there are two. */
  String yaml() {
    return yaml.obtain();
  }

  JsonNode tree() {
    return tree.obtain();
  }

  private static String text() {
    return OTHER.exists() ? joined(read(OWN), read(OTHER)) : read(OWN);
  }

  static String joined(String own, String other) {
    var whole = parse(own);
    var more = parse(other);
    for (var part : List.of("paths", "components")) {
      for (var entry : map(more, part).entrySet()) {
        var _ = map(whole, part).merge(entry.getKey(), entry.getValue(), ApiDescription::beside);
      }
    }
    return new Yaml().dump(whole);
  }

  /** Of the same path, or the same kind of component. */
  private static Object beside(Object own, Object other) {
    var both = new LinkedHashMap<Object, Object>((Map<?, ?>) own);
    both.putAll((Map<?, ?>) other);
    return both;
  }

  @SuppressWarnings("unchecked") // a part of an OpenAPI document is an object
  private static Map<String, Object> map(Map<String, Object> document, String part) {
    return (Map<String, Object>) requireNonNull(document.get(part));
  }

  private static Map<String, Object> parse(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static String read(ClassPathResource document) {
    try {
      return document.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
