package dev.annals.crypto;

import io.jsonwebtoken.io.AbstractDeserializer;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects as keys and token headers have them; also what jjwt reads JSON with. */
final class Json extends AbstractDeserializer<Map<String, ?>> {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Empty for anything but one JSON object without duplicate names. */
  static Optional<Map<String, Object>> object(byte[] bytes) {
    try {
      return Optional.ofNullable(
          MAPPER.readValue(new String(bytes, StandardCharsets.UTF_8), OBJECT));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** One spelling per object: names in order, no white space. */
  static String canonical(SortedMap<String, ?> object) {
    return MAPPER.writeValueAsString(object);
  }

  @Override
  protected Map<String, ?> doDeserialize(Reader reader) {
    return MAPPER.readValue(reader, OBJECT);
  }
}
