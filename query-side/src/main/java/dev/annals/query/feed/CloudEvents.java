package dev.annals.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.crypto.KeyedHash;
import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 * 1.0 in Kafka's binary mode</a>: the stored payload is the value, everything else is a header, and
 * all of it comes back to the byte, or not at all: {@code mac} tells what the relay sent from what
 * somebody else did. Positions are text, since a CloudEvents integer has 32 bits.
 */
final class CloudEvents {
  private static final String TYPE_PREFIX = "dev.annals.";
  private static final String JSON_CONTENT = "application/json";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .withZone(ZoneOffset.UTC)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final String source;
  private final Supplier<KeyedHash> key;

  CloudEvents(URI source, Supplier<KeyedHash> key) {
    this.source = source.toString();
    this.key = key;
  }

  ProducerRecord<byte[], byte[]> record(String topic, StoredEvent event) {
    var account = EventKey.account(event).map(UUID::toString);
    var key = account.orElse(EventKey.INSTALLATION).getBytes(UTF_8);
    var record = new ProducerRecord<>(topic, key, event.payload());
    put(record.headers(), event);
    account.ifPresent(value -> add(record.headers(), "ce_subject", value));
    return record;
  }

  private void put(Headers headers, StoredEvent event) {
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id().toString());
    add(headers, "ce_source", source);
    add(headers, "ce_type", TYPE_PREFIX + event.name());
    add(headers, "ce_time", TIME.format(event.at()));
    add(headers, "content-type", JSON_CONTENT);
    add(headers, "ce_position", Long.toString(event.position()));
    add(headers, "ce_eventversion", event.version());
    add(headers, "ce_tags", JSON.writeValueAsString(event.tags()));
    add(headers, "ce_metadata", Attributes.utf8("the metadata", event.metadata()));
    add(headers, "ce_mac", new RecordMac(key.get()).of(event));
  }

  private static void add(Headers headers, String name, String value) {
    var _ = headers.add(name, value.getBytes(UTF_8));
  }

  /**
   * The event that a record carries.
   *
   * @throws ForeignRecord if it carries none of ours
   */
  StoredEvent event(ConsumerRecord<byte[], byte[]> record) {
    try {
      return event(new Attributes(record.headers()), record.value());
    } catch (ForeignRecord e) {
      throw new ForeignRecord(
          "the record of partition %d at offset %d is no event of this installation: %s"
              .formatted(record.partition(), record.offset(), e.getMessage()));
    }
  }

  private StoredEvent event(Attributes attributes, byte[] payload) {
    attributes.require("ce_specversion", "1.0");
    attributes.require("ce_source", source);
    attributes.require("content-type", JSON_CONTENT);
    if (payload == null) {
      throw new ForeignRecord("it has no value");
    }
    var position = position(attributes.text("ce_position"));
    var event = StoredEvent.at(position, unplaced(attributes, payload));
    if (!new RecordMac(key.get()).isOf(event, attributes.text("ce_mac"))) {
      throw new ForeignRecord("header ce_mac does not vouch for it");
    }
    return event;
  }

  private static NewEvent unplaced(Attributes attributes, byte[] payload) {
    var id = id(attributes.text("ce_id"));
    var at = time(attributes.text("ce_time"));
    var name = name(attributes.text("ce_type"));
    var version = attributes.text("ce_eventversion");
    var tags = tags(attributes.text("ce_tags"));
    var metadata = attributes.text("ce_metadata").getBytes(UTF_8);
    try {
      var event = new NewEvent(id, at, name, version, tags, metadata, payload);
      if (!event.tags().equals(tags)) {
        throw new ForeignRecord("header ce_tags is not in order");
      }
      return event;
    } catch (IllegalArgumentException _) {
      throw new ForeignRecord("no log would have taken it");
    }
  }

  private static long position(String text) {
    try {
      long position = Long.parseLong(text);
      if (position > 0 && Long.toString(position).equals(text)) {
        return position;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new ForeignRecord("header ce_position is no position");
  }

  private static UUID id(String text) {
    try {
      var id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new ForeignRecord("header ce_id is no id");
  }

  private static Instant time(String text) {
    try {
      return TIME.parse(text, Instant::from);
    } catch (DateTimeException _) {
      throw new ForeignRecord("header ce_time is no time in microseconds");
    }
  }

  private static String name(String text) {
    if (!text.startsWith(TYPE_PREFIX)) {
      throw new ForeignRecord("header ce_type is not one of ours");
    }
    return text.substring(TYPE_PREFIX.length());
  }

  private static List<String> tags(String text) {
    try {
      var tree = JSON.readTree(text);
      if (tree.isArray() && tree.valueStream().allMatch(JsonNode::isString)) {
        return tree.valueStream().map(JsonNode::asString).toList();
      }
    } catch (JacksonException _) {
      // Said below.
    }
    throw new ForeignRecord("header ce_tags is no list of texts");
  }
}
