package dev.annals.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.openapiprocessor.jsonschema.ouput.OutputConverter;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.JsonInstance;
import io.openapiprocessor.jsonschema.schema.JsonSchema;
import io.openapiprocessor.jsonschema.schema.Output;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import io.openapiprocessor.jsonschema.validator.ValidatorSettings;
import io.openapiprocessor.jsonschema.validator.steps.ValidationStep;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers to their OpenAPI description, because clients are generated from it. */
public final class DescribedAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode document;
  private final List<Path> paths;
  private final SchemaStore schemas =
      new SchemaStore(
          new DocumentLoader(new UriReader(), text -> JSON.readValue(text, Object.class)));
  private final Map<String, JsonSchema> known = new HashMap<>();

  /** The addresses of one template, and what can be done there. */
  private record Path(Pattern pattern, JsonNode operations) {
    static Path of(Map.Entry<String, JsonNode> path) {
      var pattern =
          Arrays.stream(path.getKey().split("(?=\\{)|(?<=})", -1))
              .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
              .collect(joining());
      return new Path(Pattern.compile(pattern), path.getValue());
    }
  }

  public DescribedAnswers(JsonNode description) {
    document = description.deepCopy();
    close(document);
    paths = document.required("paths").propertyStream().map(Path::of).toList();
    schemas.registerDraft202012();
  }

  /** Clients may ignore members they do not know; a test may not, or a wrong name goes unseen. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(DescribedAnswers::close);
  }

  /** Fails where the answer is not as described; says nothing about what is not described. */
  public void hold(HttpResponse<byte[]> answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    var asked = answer.request().method() + " " + answer.uri().getRawPath();
    hold(asked, answer.statusCode(), type, new String(answer.body(), UTF_8));
  }

  void hold(String asked, int status, String type, String body) {
    operation(asked)
        .ifPresent(operation -> {
          var content = content(operation, status);
          assertThat(content.propertyNames().isEmpty())
              .as("%s: %d described without a body <%s>", asked, status, body)
              .isEqualTo(body.isEmpty());
          if (!body.isEmpty()) {
            assertThat(content.propertyNames()).as("%s: %d", asked, status).contains(type);
            assertThat(misfits(content.required(type).required("schema"), type, body))
                .as("%s: %d is not as described:%n%s", asked, status, body)
                .isEmpty();
          }
        });
  }

  /** Fails where the text is not what the schema of this name says. */
  public void holdTo(String schema, String text) {
    var reference = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    assertThat(misfits(reference, "application/json", text))
        .as("not as %s is described:%n%s", schema, text)
        .isEmpty();
  }

  private Optional<JsonNode> operation(String asked) {
    var words = asked.split(" ", 2);
    return paths.stream()
        .filter(path -> path.pattern().matcher(words[1]).matches())
        .map(path -> path.operations().path(words[0].toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  private JsonNode content(JsonNode operation, int status) {
    var responses = operation.required("responses");
    var response = responses.path(String.valueOf(status));
    return resolved(response.isMissingNode() ? responses.required("default") : response)
        .path("content");
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.required("$ref").stringValue().substring(1)) : node;
  }

  private synchronized List<String> misfits(JsonNode schema, String type, String text) {
    if (!type.matches(".*[/+]json")) {
      return List.of();
    }
    var settings = new ValidatorSettings();
    settings.enableFormat();
    var value = new JsonInstance(JSON.readValue(text, Object.class));
    var outcome =
        new Validator(settings)
            .validate(known.computeIfAbsent(schema.toString(), _ -> register(schema)), value);
    return outcome.isValid() ? List.of() : slips(outcome);
  }

  private static List<String> slips(ValidationStep outcome) {
    var unit = new OutputConverter(Output.BASIC).convert(outcome);
    return Objects.requireNonNullElse(unit.getErrors(), List.of(unit)).stream()
        .map(slip -> slip.getInstanceLocation() + " " + slip.getError())
        .toList();
  }

  private JsonSchema register(JsonNode schema) {
    var uri = URI.create("memory:" + known.size());
    var whole = (ObjectNode) schema.deepCopy();
    var _ = whole.set("components", document.required("components"));
    schemas.register(uri, JSON.convertValue(whole, Object.class));
    return schemas.getSchema(uri);
  }
}
