package dev.annals.command.compat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON body as foreign clients send it: unknown fields are welcome, and the last word counts. */
public sealed interface LenientJson {
  /** No body, or nothing in it. */
  record Absent() implements LenientJson {}

  /** Not an object, not whole, followed by something, or beyond what we care to read. */
  record Malformed() implements LenientJson {}

  /** An object; its fields in the order in which each was last given. */
  record Fields(Map<String, JsonNode> all) implements LenientJson {
    public Optional<JsonNode> get(String name) {
      return Optional.ofNullable(all.get(name));
    }

    /** As decoders that ignore case read it: of all spellings the last one counts. */
    public Optional<JsonNode> getIgnoringCase(String name) {
      List<JsonNode> found = new ArrayList<>();
      all.forEach((spelling, value) -> {
        if (spelling.equalsIgnoreCase(name)) {
          found.add(value);
        }
      });
      return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** Empty unless it is there and a string. */
    public Optional<String> textIgnoringCase(String name) {
      return getIgnoringCase(name).flatMap(Fields::text);
    }

    private static Optional<String> text(JsonNode value) {
      return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** Masked: bodies hold passwords, and names are the caller's too. */
    @Override
    public String toString() {
      return "Fields[" + all.size() + "]";
    }
  }

  static LenientJson read(byte[] body) {
    return Reading.of(body);
  }

  /** How it is read. */
  final class Reading {
    private static final int DEEPEST = 64;
    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build();

    private Reading() {}

    private static LenientJson of(byte[] body) {
      if (body.length > LONGEST) {
        return new Malformed();
      }
      try (var parser = JSON.createParser(body)) {
        return whole(parser);
      } catch (JacksonException _) {
        return new Malformed();
      }
    }

    private static LenientJson whole(JsonParser parser) {
      var first = parser.nextToken();
      if (first == null) {
        return new Absent();
      }
      if (first != JsonToken.START_OBJECT) {
        return new Malformed();
      }
      var fields = fields(parser);
      return parser.nextToken() == null ? fields : new Malformed();
    }

    private static Fields fields(JsonParser parser) {
      var all = new LinkedHashMap<String, JsonNode>();
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        var _ = parser.nextToken();
        JsonNode value = parser.readValueAsTree();
        var _ = all.putLast(name, value);
      }
      return new Fields(all);
    }
  }
}
