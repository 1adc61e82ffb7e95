package dev.annals.command.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as any client would read and write it. */
final class Json {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Json() {}

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  static JsonNode read(String text) {
    return JSON.readTree(text);
  }
}
