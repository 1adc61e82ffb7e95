package dev.annals.command.openapi;

import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, for tests that hold the code to it. */
public final class DescribedApi {
  private static final JsonNode TREE = new ApiDescription().tree();

  private DescribedApi() {}

  public static JsonNode tree() {
    return TREE;
  }

  /** What a reference stands for; anything else stands for itself. */
  public static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? TREE.at(node.get("$ref").stringValue().substring(1)) : node;
  }

  public static JsonNode schema(String name) {
    return TREE.at("/components/schemas").required(name);
  }

  /** Every operation. */
  public static Stream<Operation> operations() {
    return TREE.required("paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue()
                .propertyStream()
                .map(method -> new Operation(method.getKey(), path.getKey(), method.getValue())));
  }

  /** What can be asked at one address by one method. */
  public record Operation(String method, String path, JsonNode node) {
    public String name() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }
}
