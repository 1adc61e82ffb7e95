package dev.annals.query.forensics;

import dev.annals.query.asof.AsOf;
import dev.annals.query.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a question, read strictly and by hand: it may hold a token, which no message of a
 * parser must repeat.
 */
final class Body {
  private static final int LARGEST = 65_536;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String path;
  private final ObjectNode fields;

  private Body(String path, ObjectNode fields, Set<String> known) {
    this.path = path;
    this.fields = fields;
    if (!known.containsAll(fields.propertyNames())) {
      throw Problem.field("body", "has a field that is not part of this question");
    }
  }

  static Body of(HttpServletRequest request, Set<String> known) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw Problem.of(413, "request-too-large", "The body has more than 65536 bytes.");
    }
    return new Body("", object(bytes), known);
  }

  private static ObjectNode object(byte[] bytes) {
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      // Told below, without the text.
    }
    throw Problem.field("body", "must be a JSON object");
  }

  /** An object within it. */
  Body within(String name, Set<String> known) {
    if (fields.get(name) instanceof ObjectNode object) {
      return new Body(path + name + ".", object, known);
    }
    throw Problem.field(path + name, "must be an object");
  }

  Optional<String> text(String name) {
    return field(name)
        .map(value -> {
          if (!value.isString()) {
            throw Problem.field(path + name, "must be a string");
          }
          return value.stringValue();
        });
  }

  OptionalLong number(String name) {
    var value = field(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().isIntegralNumber() || !value.get().canConvertToLong()) {
      throw Problem.field(path + name, "must be a whole number");
    }
    return OptionalLong.of(value.get().longValue());
  }

  /** A position as a number or a text, or an instant. */
  Optional<AsOf> moment(String name) {
    return field(name)
        .map(value -> {
          if (!value.isString() && !value.isIntegralNumber()) {
            throw Problem.field(path + name, "must be a position or an instant");
          }
          return AsOf.parse(path + name, value.asString());
        });
  }

  /** What the field is, before anybody asks of which type. */
  Optional<JsonNode> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
  }

  String name(String field) {
    return path + field;
  }

  /** Masked: it may hold a token. */
  @Override
  public String toString() {
    return "Body[…]";
  }
}
