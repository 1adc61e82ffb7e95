package dev.annals.query.feed;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * One real Kafka a JVM, and as many topics in it as tests want: in a container where a Docker
 * engine answers, else in this JVM. {@code ANNALS_TEST_KAFKA=host:port} names another one.
 */
public final class TestKafka {
  private static final URI SOURCE = URI.create("urn:annals:0199f3a0-0000-7000-8000-0000000000aa");
  private static final AtomicInteger TOPICS = new AtomicInteger();

  /** One node is enough for everything. */
  private static final Map<String, String> ALONE =
      Map.of(
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "auto.create.topics.enable", "false");

  private TestKafka() {}

  /** Started when it is first asked for. */
  private static final class Server {
    static final String SERVERS = start();

    private Server() {}
  }

  public static String servers() {
    return Server.SERVERS;
  }

  /** A topic of its own, which the relay makes. */
  public static KafkaSettings settings(int partitions) {
    return settings(servers(), partitions);
  }

  static KafkaSettings settings(String servers, int partitions) {
    var name = "events-" + ProcessHandle.current().pid() + "-" + TOPICS.incrementAndGet();
    var topic = new KafkaSettings.Topic(name, partitions, (short) 1, true);
    return new KafkaSettings(Map.of("bootstrap.servers", servers), topic, SOURCE);
  }

  public static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers()));
  }

  private static String start() {
    var given = System.getenv("ANNALS_TEST_KAFKA");
    if (given != null) {
      System.out.println("Tests use Kafka at " + given);
      return given;
    }
    boolean contained = DockerClientFactory.instance().isDockerAvailable();
    System.out.println("Tests use Kafka in " + (contained ? "a container" : "this JVM"));
    return contained ? contained() : embedded().getBrokersAsString();
  }

  @SuppressWarnings("resource") // It lives as long as this JVM.
  private static String contained() {
    var container = new KafkaContainer("apache/kafka:4.2.1");
    container.start();
    return container.getBootstrapServers();
  }

  /** One node that is broker and controller, without topics. */
  static EmbeddedKafkaKraftBroker embedded() {
    var broker = new EmbeddedKafkaKraftBroker(1, 1);
    var _ = broker.brokerProperties(ALONE);
    broker.afterPropertiesSet();
    return broker;
  }
}
