package dev.annals.query.feed;

import dev.annals.store.StoredEvent;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom an event is about, which is what keeps events in order in Kafka. Read from the stored JSON
 * and not from our classes, so that a relay passes on what a newer command side writes.
 */
final class EventKey {
  /** The key of what happens to the installation itself. */
  static final String INSTALLATION = "installation";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventKey() {}

  static String of(StoredEvent event) {
    return account(event).map(UUID::toString).orElse(INSTALLATION);
  }

  /** The event's own account, else the one it was done to. */
  static Optional<UUID> account(StoredEvent event) {
    return id(event.payload(), "account").or(() -> id(event.metadata(), "subject"));
  }

  /** A member of the outermost object; nothing if it is absent or no id. */
  private static Optional<UUID> id(byte[] json, String member) {
    try (var parser = JSON.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? text(parser, member).map(UUID::fromString)
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonParser parser, String member) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = parser.currentName().equals(member);
      var value = parser.nextToken();
      if (found) {
        return value == JsonToken.VALUE_STRING ? Optional.of(parser.getString()) : Optional.empty();
      }
      var _ = parser.skipChildren();
    }
    return Optional.empty();
  }
}
