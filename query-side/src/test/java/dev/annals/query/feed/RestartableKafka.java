package dev.annals.query.feed;

import static java.util.Objects.requireNonNull;

import kafka.server.BrokerServer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker in this JVM that is stopped and started at the same port, over the same files. */
final class RestartableKafka implements AutoCloseable {
  private final EmbeddedKafkaKraftBroker broker = TestKafka.embedded();

  String servers() {
    return broker.getBrokersAsString();
  }

  void stop() {
    server().shutdown();
    server().awaitShutdown();
  }

  void start() {
    server().startup();
  }

  private BrokerServer server() {
    return requireNonNull(requireNonNull(broker.getCluster()).brokers().get(0));
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
