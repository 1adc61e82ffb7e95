package dev.annals.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.openapiparser.OpenApiParser;
import io.openapiparser.ValidationError;
import io.openapiprocessor.interfaces.Converter;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.DocumentStore;
import io.openapiprocessor.jsonschema.schema.JsonInstance;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import io.openapiprocessor.jsonschema.validator.ValidatorSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiDocumentTest {
  private static final URI DOCUMENT = URI.create("memory:openapi");
  private static final Converter YAML =
      text -> new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  private static final JsonMapper JSON = new JsonMapper();

  private final DocumentLoader loader = new DocumentLoader(new UriReader(), YAML);

  @Test
  void it_is_valid_openapi_3_1() {
    var parser = new OpenApiParser(new DocumentStore(), loader);
    var parsed = parser.parse(DOCUMENT, plain(DescribedApi.tree()));
    var schemas = new SchemaStore(loader);
    schemas.registerDraft202012();

    boolean valid = parsed.validate(new Validator(), schemas);

    assertThat(parsed.getValidationErrors()).extracting(ValidationError::getText).isEmpty();
    assertThat(valid).isTrue();
  }

  @Test
  void a_document_that_is_not_openapi_would_be_noticed() {
    var broken = new LinkedHashMap<>((Map<?, ?>) plain(DescribedApi.tree()));
    var _ = broken.remove("info");
    var schemas = new SchemaStore(loader);
    schemas.registerDraft202012();

    var parsed = new OpenApiParser(new DocumentStore(), loader).parse(DOCUMENT, broken);

    assertThat(parsed.validate(new Validator(), schemas)).isFalse();
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(DescribedApi.tree().findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(ref ->
            assertThat(DescribedApi.tree().at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }

  @Test
  void every_operation_has_a_name_of_its_own() {
    assertThat(DescribedApi.operations().map(it -> it.node().path("operationId").stringValue()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_part_of_a_path_that_varies_is_a_parameter() {
    assertThat(DescribedApi.operations())
        .allSatisfy(operation ->
            assertThat(parameters(operation.node(), "path"))
                .as(operation.name())
                .containsExactlyElementsOf(
                    Pattern.compile("\\{(\\w+)}")
                        .matcher(operation.path())
                        .results()
                        .map(found -> found.group(1))
                        .toList()));
  }

  @Test
  void every_operation_says_who_may_call_it() {
    assertThat(DescribedApi.operations())
        .allSatisfy(operation ->
            assertThat(operation.node().path("security").isArray()).as(operation.name()).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void every_example_is_what_its_schema_allows(Example example) {
    assertThat(fits(example.value(), example.schema())).isTrue();
  }

  @Test
  void an_example_that_does_not_fit_would_be_noticed() {
    assertThat(fits(JSON.readTree("{\"login\":\"ada\",\"password\":1}"), "SignIn")).isFalse();
  }

  /** An example, and the name of its schema. */
  record Example(String schema, JsonNode value) {}

  static Stream<Example> examples() {
    var schemas =
        DescribedApi.tree()
            .at("/components/schemas")
            .propertyStream()
            .flatMap(schema ->
                schema
                    .getValue()
                    .path("examples")
                    .valueStream()
                    .map(value -> new Example(schema.getKey(), value)));
    var problems =
        DescribedApi.tree()
            .at("/components/examples")
            .valueStream()
            .map(example -> new Example("Problem", example.required("value")));
    return Stream.concat(schemas, problems);
  }

  private boolean fits(JsonNode value, String schema) {
    var whole = JSON.createObjectNode();
    whole.put("$ref", "#/components/schemas/" + schema);
    whole.set("components", DescribedApi.tree().required("components"));
    var schemas = new SchemaStore(loader);
    schemas.registerDraft202012();
    var uri = URI.create("memory:" + schema);
    schemas.register(uri, plain(whole));
    var settings = new ValidatorSettings();
    settings.enableFormat();
    return new Validator(settings)
        .validate(schemas.getSchema(uri), new JsonInstance(plain(value)))
        .isValid();
  }

  private static Stream<String> parameters(JsonNode operation, String place) {
    return operation
        .path("parameters")
        .valueStream()
        .map(DescribedApi::resolved)
        .filter(parameter -> parameter.path("in").asString().equals(place))
        .map(parameter -> parameter.path("name").asString());
  }

  private static Object plain(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }
}
