package dev.annals.query.feed;

import dev.annals.store.StoredEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The way into the topic. A record is never given up while the outlet is open: whatever has arrived
 * in a partition when it is closed is therefore a beginning of what was sent, without holes.
 */
final class Outlet implements AutoCloseable {
  private static final int FOREVER = Integer.MAX_VALUE;

  /** Told about once a second how the sending goes; ends it by throwing. */
  interface Waiting {
    /** Another event has arrived. */
    void arrived() throws SQLException;

    /** A second has passed, and none has. */
    void goesOn() throws SQLException;
  }

  private final KafkaProducer<byte[], byte[]> producer;
  private final CloudEvents codec;
  private final String topic;

  Outlet(RelayedTopic relayed) {
    this.producer = new KafkaProducer<>(configuration(relayed.settings().client()));
    this.codec = relayed.codec();
    this.topic = relayed.settings().topic().name();
  }

  private static Map<String, Object> configuration(Map<String, String> client) {
    var configuration = new HashMap<String, Object>(client);
    configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    configuration.put(ProducerConfig.ACKS_CONFIG, "all");
    configuration.put(ProducerConfig.RETRIES_CONFIG, FOREVER);
    configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, FOREVER);
    configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    // A broker that does not know the producer takes any batch as its first: one sent beside an
    // earlier one that was refused would overtake it, and the earlier one be refused for ever.
    configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    configuration.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 17);
    configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "annals-relay");
    return configuration;
  }

  /** Returns when all events are acknowledged by every replica that is in step. */
  void send(List<StoredEvent> events, Waiting waiting) throws SQLException, InterruptedException {
    var sent = new ArrayList<Future<RecordMetadata>>(events.size());
    for (var event : events) {
      sent.add(handIn(codec.record(topic, event), waiting));
    }
    for (var each : sent) {
      await(each, waiting);
    }
  }

  /** Until there is room for it: an event must not overtake another one. */
  private Future<RecordMetadata> handIn(ProducerRecord<byte[], byte[]> record, Waiting waiting)
      throws SQLException {
    while (true) {
      var sent = producer.send(record);
      if (sent.state() == Future.State.FAILED && sent.exceptionNow() instanceof TimeoutException) {
        waiting.goesOn();
      } else {
        return sent;
      }
    }
  }

  private static void await(Future<RecordMetadata> sent, Waiting waiting)
      throws SQLException, InterruptedException {
    while (true) {
      try {
        var _ = sent.get(1, TimeUnit.SECONDS);
        waiting.arrived();
        return;
      } catch (java.util.concurrent.TimeoutException _) {
        waiting.goesOn();
      } catch (ExecutionException e) {
        throw new KafkaException("Kafka does not take an event", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
