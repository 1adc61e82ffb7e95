package dev.annals.query.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic itself: whether it is there, which one it is, and how many partitions it has. */
final class Topic implements AutoCloseable {
  /** Less than a {@link Baton} may be silent. */
  private static final int PATIENCE_MILLIS = 3_000;

  private static final Logger LOG = LoggerFactory.getLogger(Topic.class);
  private static final Map<String, String> FOR_EVER =
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG, "-1",
          TopicConfig.RETENTION_BYTES_CONFIG, "-1",
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

  /** One life of the topic: deleted and made again, it is another one. */
  record Life(Uuid id, int partitions) {}

  private final KafkaSettings.Topic wanted;
  private final Admin admin;

  Topic(KafkaSettings settings) {
    this.wanted = settings.topic();
    var configuration = new HashMap<String, Object>(settings.client());
    configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    configuration.put(AdminClientConfig.CLIENT_ID_CONFIG, "annals-topic");
    this.admin = Admin.create(configuration);
  }

  String name() {
    return wanted.name();
  }

  Optional<Life> look() throws InterruptedException {
    try {
      var names = List.of(wanted.name());
      var found = answer(admin.describeTopics(names).allTopicNames()).get(wanted.name());
      return Optional.ofNullable(found)
          .map(each -> new Life(each.topicId(), each.partitions().size()));
    } catch (UnknownTopicOrPartitionException _) {
      return Optional.empty();
    }
  }

  /** Creates it where it is absent, if that is allowed. */
  void require() throws InterruptedException {
    if (look().isPresent()) {
      examine();
      return;
    }
    if (!wanted.mayBeCreated()) {
      throw new KafkaException(
          "topic " + wanted.name() + " does not exist, and the settings forbid to create it");
    }
    try {
      var _ = answer(admin.createTopics(List.of(kept())).all());
    } catch (TopicExistsException _) {
      // Another relay was first.
    }
  }

  /** Whoever made it may have left it to forget events, which a new feed would miss. */
  private void examine() throws InterruptedException {
    try {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, wanted.name());
      var found = answer(admin.describeConfigs(List.of(resource)).all()).get(resource);
      if (found != null && FOR_EVER.entrySet().stream().anyMatch(each -> differs(found, each))) {
        LOG.warn("Topic {} forgets events; it should have {}", wanted.name(), FOR_EVER);
      }
    } catch (KafkaException e) {
      LOG.debug("The settings of topic {} are not shown to us", wanted.name(), e);
    }
  }

  private static boolean differs(Config found, Map.Entry<String, String> wanted) {
    var value = found.get(wanted.getKey());
    return value != null && !wanted.getValue().equals(value.value());
  }

  private NewTopic kept() {
    return new NewTopic(wanted.name(), wanted.partitions(), wanted.replication()).configs(FOR_EVER);
  }

  private static <T> T answer(KafkaFuture<T> asked) throws InterruptedException {
    try {
      return asked.get(PATIENCE_MILLIS + 1_000L, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("Kafka was asked in vain", e.getCause());
    } catch (TimeoutException _) {
      throw new org.apache.kafka.common.errors.TimeoutException("Kafka does not answer");
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
