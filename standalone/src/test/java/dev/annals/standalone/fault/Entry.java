package dev.annals.standalone.fault;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An event as {@code GET /v1/log} shows it. */
record Entry(long position, String id, String name, Optional<Attempt> attempt, JsonNode payload) {
  static Entry of(JsonNode event) {
    return new Entry(
        event.path("position").asLong(),
        event.path("id").asString(),
        event.path("name").asString(),
        event.path("metadata").path("correlation_id").asStringOpt().map(Attempt::parse),
        event.path("payload"));
  }

  String text(String field) {
    return payload.path(field).asString("");
  }

  @Override
  public String toString() {
    return position + " " + name + attempt.map(from -> " of " + from.correlation()).orElse("");
  }
}
