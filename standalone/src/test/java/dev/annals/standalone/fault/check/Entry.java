package dev.annals.standalone.fault.check;

import dev.annals.standalone.fault.client.Attempt;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event as {@code GET /v1/log} shows it. */
record Entry(long position, String id, String name, Optional<Attempt> attempt, JsonNode payload) {
  static Entry of(JsonNode event) {
    return new Entry(
        event.path("position").asLong(),
        event.path("id").asString(),
        event.path("name").asString(),
        event
            .path("metadata")
            .path("correlation_id")
            .asStringOpt()
            .filter(Attempt::isOne)
            .map(Attempt::parse),
        withoutAnswer(event.path("payload")));
  }

  /** Sealed, long, and nothing to compare with. */
  private static JsonNode withoutAnswer(JsonNode payload) {
    return payload instanceof ObjectNode fields
        ? fields.deepCopy().remove(List.of("answer"))
        : payload;
  }

  String text(String field) {
    return payload.path(field).asString("");
  }

  @Override
  public String toString() {
    return position + " " + name + attempt.map(from -> " of " + from.correlation()).orElse("");
  }
}
