package dev.annals.query.feed;

import java.net.URI;
import java.util.Map;

/**
 * Where Kafka is and what the topic is like; the same for the relay and the feed.
 *
 * @param client what every client of Kafka is told: at least {@code bootstrap.servers}; what is
 *     needed to log in belongs here as well
 * @param source names the installation in every record, such as {@code urn:annals:<id>}; a record
 *     that names another one is refused
 */
public record KafkaSettings(Map<String, String> client, Topic topic, URI source) {
  public KafkaSettings {
    client = Map.copyOf(client);
    if (!client.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("the servers of Kafka are missing");
    }
  }

  /** Without what is needed to log in. */
  @Override
  public String toString() {
    return "KafkaSettings[" + topic + ", " + source + "]";
  }

  /**
   * The topic, and what becomes of it where it is absent.
   *
   * @param replication copies of each record; the broker's default where it is -1
   * @param mayBeCreated otherwise an absent topic is waited for, loudly
   */
  public record Topic(String name, int partitions, short replication, boolean mayBeCreated) {
    public Topic {
      if (partitions < 1) {
        throw new IllegalArgumentException("a topic has at least one partition");
      }
    }
  }
}
