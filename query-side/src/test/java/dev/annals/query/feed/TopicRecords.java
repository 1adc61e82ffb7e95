package dev.annals.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic as any plain consumer sees it. */
final class TopicRecords {
  private TopicRecords() {}

  /** A record in the words of a test. */
  record One(int partition, String key, Map<String, String> headers, String value) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    long position() {
      return Long.parseLong(header("ce_position"));
    }
  }

  static List<One> of(KafkaSettings settings) {
    var records = new ArrayList<One>();
    try (var consumer = consumer(settings)) {
      var partitions =
          consumer.partitionsFor(settings.topic().name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(one(record)));
      }
    }
    return records;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings settings) {
    return new KafkaConsumer<>(
        Map.copyOf(settings.client()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static One one(ConsumerRecord<byte[], byte[]> record) {
    var headers = new TreeMap<String, String>();
    record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
    return new One(
        record.partition(),
        new String(record.key(), UTF_8),
        headers,
        new String(record.value(), UTF_8));
  }

  static Map<String, String> settings(KafkaSettings settings) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic().name());
    try (var admin = Admin.create(Map.<String, Object>copyOf(settings.client()))) {
      var values = new TreeMap<String, String>();
      var found = admin.describeConfigs(List.of(resource)).values();
      var config = Objects.requireNonNull(found.get(resource)).get();
      config.entries().forEach(each -> values.put(each.name(), each.value()));
      return values;
    }
  }
}
