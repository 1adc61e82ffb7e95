package dev.annals.query.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document of the query side (OpenAPI Specification 3.1.1), written by hand in {@code
 * openapi/query.yaml}.
 */
public final class Description {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  private final SingletonSupplier<String> yaml = SingletonSupplier.of(Description::read);
  private final SingletonSupplier<JsonNode> tree =
      SingletonSupplier.of(() -> PLAIN.valueToTree(parse(yaml())));

  /**
   * What a type of problem means.
   *
   * @param when it comes
   * @param remedy what the caller can do
   */
  public record ProblemType(String type, String title, int status, String when, String remedy) {}

  /** To the letter. */
  public String yaml() {
    return yaml.obtain();
  }

  public JsonNode tree() {
    return tree.obtain();
  }

  /** Every type of problem, as the examples of the document tell them. */
  public List<ProblemType> problems() {
    return tree()
        .required("components")
        .required("examples")
        .valueStream()
        .map(Description::type)
        .toList();
  }

  private static ProblemType type(JsonNode example) {
    var problem = example.required("value");
    var paragraphs = example.required("description").stringValue().strip().split("\n\n", 2);
    return new ProblemType(
        problem.required("type").stringValue(),
        problem.required("title").stringValue(),
        problem.required("status").intValue(),
        paragraphs[0],
        paragraphs[1]);
  }

  private static Map<String, Object> parse(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static String read() {
    try {
      return new ClassPathResource("openapi/query.yaml").getContentAsString(UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
