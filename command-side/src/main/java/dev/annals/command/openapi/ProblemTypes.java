package dev.annals.command.openapi;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every type of problem, as the examples of the OpenAPI document tell them. */
@Component
final class ProblemTypes {
  private final ApiDescription description;

  ProblemTypes(ApiDescription description) {
    this.description = description;
  }

  /**
   * What a type means.
   *
   * @param when it comes
   * @param remedy what the caller can do
   */
  record ProblemType(String type, String title, int status, String when, String remedy) {}

  List<ProblemType> all() {
    return examples().valueStream().map(ProblemTypes::type).toList();
  }

  Optional<ProblemType> of(String slug) {
    return examples().optional(slug).map(ProblemTypes::type);
  }

  private JsonNode examples() {
    return description.tree().required("components").required("examples");
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
}
