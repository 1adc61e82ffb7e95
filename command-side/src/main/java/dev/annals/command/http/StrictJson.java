package dev.annals.command.http;

import dev.annals.command.password.Password;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON as this API speaks it: snake_case, nothing unknown, nothing missing, nothing converted. */
public final class StrictJson {
  private StrictJson() {}

  public static void configure(JsonMapper.Builder json) {
    json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfigDefaults(
            config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .addModule(
            new SimpleModule("annals")
                .addDeserializer(Password.class, new Passwords())
                .addDeserializer(Instant.class, new Instants()));
    for (var shape :
        new CoercionInputShape[] {
          CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
      json.withCoercionConfig(
          LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
    }
  }

  /** Reads instants as RFC 3339 writes them, and no numbers for them. */
  private static final class Instants extends ValueDeserializer<Instant> {
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      try {
        var instant = Instant.parse(context.readValue(parser, String.class));
        if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(END)) {
          return instant;
        }
      } catch (DateTimeParseException _) {
        // Told below, without what was sent.
      }
      throw new IllegalArgumentException("must be an instant such as 2030-01-31T12:00:00Z");
    }
  }

  /** Reads passwords without their ever being a field of anything else. */
  private static final class Passwords extends ValueDeserializer<Password> {
    @Override
    public Password deserialize(JsonParser parser, DeserializationContext context) {
      return new Password(context.readValue(parser, String.class));
    }
  }
}
