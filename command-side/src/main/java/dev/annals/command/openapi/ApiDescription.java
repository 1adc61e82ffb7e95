package dev.annals.command.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * that it costs a start nothing.
 */
@Component
final class ApiDescription {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  private final SingletonSupplier<String> yaml = SingletonSupplier.of(ApiDescription::read);
  private final SingletonSupplier<JsonNode> tree =
      SingletonSupplier.of(() -> PLAIN.valueToTree(parse(yaml())));

  /** To the letter. */
  String yaml() {
    return yaml.obtain();
  }

  JsonNode tree() {
    return tree.obtain();
  }

  private static Map<String, Object> parse(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static String read() {
    try {
      return new ClassPathResource("openapi/openapi.yaml")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
