package dev.annals.query.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all partitions of the topic, each from where it is told: there is no consumer group. */
final class TopicReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration AT_MOST = Duration.ofMillis(500);
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;

  TopicReader(KafkaSettings settings) {
    this.consumer = new KafkaConsumer<>(configuration(settings.client()));
    this.topic = settings.topic().name();
  }

  private static Map<String, Object> configuration(Map<String, String> client) {
    var configuration = new HashMap<String, Object>(client);
    configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
    configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
    configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "annals-feed");
    return configuration;
  }

  /** Reads so many partitions: those it has from where it is, others from the given offsets. */
  void follow(int partitions, Map<Integer, Long> offsets) {
    var had = consumer.assignment();
    var all = new ArrayList<TopicPartition>();
    for (int i = 0; i < partitions; i++) {
      all.add(new TopicPartition(topic, i));
    }
    consumer.assign(all);
    all.removeAll(had);
    all.forEach(each -> seek(each, offsets.get(each.partition())));
  }

  private void seek(TopicPartition partition, @Nullable Long offset) {
    if (offset == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, offset);
    }
  }

  /** The next records, as many as there are by now. */
  ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(AT_MOST);
    } catch (OffsetOutOfRangeException e) {
      var lost = e.offsetOutOfRangePartitions().keySet();
      LOG.error("{} are not kept where they were read: they are read from their beginnings", lost);
      consumer.seekToBeginning(lost);
      return ConsumerRecords.empty();
    }
  }

  /** Leaves partitions alone for now, and reads the others. */
  void hold(IntPredicate which) {
    var held = consumer.assignment().stream().filter(each -> which.test(each.partition())).toList();
    var others = new ArrayList<>(consumer.paused());
    others.removeAll(held);
    consumer.resume(others);
    consumer.pause(held);
  }

  /** Records of each partition that are not read; those of which it is not known are left out. */
  Map<Integer, Long> unread() {
    var unread = new HashMap<Integer, Long>();
    for (var partition : consumer.assignment()) {
      consumer.currentLag(partition).ifPresent(lag -> unread.put(partition.partition(), lag));
    }
    return unread;
  }

  /** Whether there is nothing to read in any partition that is read. */
  boolean isAtEnd() {
    return consumer.assignment().stream()
        .filter(each -> !consumer.paused().contains(each))
        .allMatch(each -> consumer.currentLag(each).orElse(1) == 0);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
