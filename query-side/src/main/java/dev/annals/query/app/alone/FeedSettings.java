package dev.annals.query.app.alone;

import dev.annals.query.feed.KafkaSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what way the log gets here, and whether it goes on from here, under {@code annals}.
 *
 * @param feed the log itself, or Kafka
 */
@ConfigurationProperties("annals")
public record FeedSettings(
    @DefaultValue("LOG") Feed feed, @DefaultValue Kafka kafka, @DefaultValue Relay relay) {

  /** Where the log is read. */
  public enum Feed {
    LOG,
    KAFKA
  }

  /**
   * Where Kafka is, and what the topic is like.
   *
   * @param replicationFactor copies of each record; the broker's default where it is -1
   * @param createTopic whether an absent topic is made
   * @param source names the installation in every record (CloudEvents {@code source})
   * @param client further settings of Kafka's own clients, such as what is needed to log in
   */
  public record Kafka(
      @Nullable String bootstrapServers,
      @DefaultValue("annals.events") String topic,
      @DefaultValue("6") int partitions,
      @DefaultValue("-1") short replicationFactor,
      @DefaultValue("true") boolean createTopic,
      @DefaultValue("urn:annals") URI source,
      @DefaultValue Map<String, String> client) {
    KafkaSettings settings() {
      if (bootstrapServers == null || bootstrapServers.isBlank()) {
        throw new BadStart("annals.kafka.bootstrap-servers is not set");
      }
      var all = new HashMap<>(client);
      all.put("bootstrap.servers", bootstrapServers);
      return new KafkaSettings(
          all, new KafkaSettings.Topic(topic, partitions, replicationFactor, createTopic), source);
    }

    @Override
    public String toString() {
      return "Kafka[" + topic + "]";
    }
  }

  /**
   * Whether this process offers to send the log to Kafka; one of those that offer does.
   *
   * @param url the log's primary, if not {@code annals.database.url}
   */
  public record Relay(
      @DefaultValue("false") boolean enabled,
      @Nullable String url,
      @Nullable String username,
      @DefaultValue("") String password) {
    @Override
    public String toString() {
      return "Relay[" + enabled + "]";
    }
  }
}
