package dev.annals.store.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The circumstances of an event as bytes: one flat JSON object, keys sorted. */
final class Metadata {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> OBJECT =
      new TypeReference<>() {};

  private Metadata() {}

  static byte[] bytes(Map<String, String> metadata) {
    return JSON.writeValueAsBytes(new TreeMap<>(metadata));
  }

  static Map<String, String> map(byte[] bytes) {
    return JSON.readValue(bytes, OBJECT);
  }
}
