package dev.annals.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.event.EventName;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts to bytes and back. The bytes are canonical: UTF-8 JSON without spaces, components in the
 * record's order, absent values as null. What was written once reads the same for ever.
 */
public final class EventCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectReader metadataReader = JSON.readerForMapOf(String.class);
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  /** The stored form of an event, final from here on. */
  public byte[] encode(Event event) {
    return writers.computeIfAbsent(event.getClass(), JSON::writerFor).writeValueAsBytes(event);
  }

  /**
   * Reads a stored event, lifted to today's shape.
   *
   * @param version as stored: a decimal number
   * @throws UnreadableEvent if the name, the version or the payload is not ours
   */
  public Event decode(String name, String version, byte[] payload) {
    var entry = EventCatalogue.entry(name);
    int stored = number(name, version);
    int today = entry.name().version();
    if (stored < 1 || stored > today) {
      throw new UnreadableEvent(name + " is of version " + version + ", known up to " + today);
    }
    try {
      return stored == today
          ? present(reader(entry.type()).<Event>readValue(payload))
          : lifted(entry, new EventName(name, stored), payload);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnreadableEvent("payload of " + name + " version " + version, e);
    }
  }

  /** The stored form of circumstances: one flat object, keys sorted. */
  public byte[] encode(Circumstances circumstances) {
    return JSON.writeValueAsBytes(new TreeMap<>(circumstances.toMetadata()));
  }

  /** Reads stored metadata. */
  public Circumstances circumstances(byte[] metadata) {
    try {
      return Circumstances.of(present(metadataReader.<Map<String, String>>readValue(metadata)));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnreadableEvent("metadata", e);
    }
  }

  private Event lifted(EventCatalogue.Entry entry, EventName stored, byte[] payload) {
    if (JSON.readTree(payload) instanceof ObjectNode tree) {
      return reader(entry.type()).readValue(Upcasters.lift(stored, entry.name().version(), tree));
    }
    throw new IllegalArgumentException("must be an object");
  }

  /** JSON may be the literal null, which Jackson reads as a reference to nothing. */
  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("must not be null");
    }
    return value;
  }

  private ObjectReader reader(Class<?> type) {
    return readers.computeIfAbsent(type, JSON::readerFor);
  }

  private static int number(String name, String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw new UnreadableEvent(name + " has a version that is no number", e);
    }
  }
}
