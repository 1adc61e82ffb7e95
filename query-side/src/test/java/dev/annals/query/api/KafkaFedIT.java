package dev.annals.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Role;
import dev.annals.query.feed.KafkaSettings;
import dev.annals.query.feed.TestKafka;
import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Two processes as they are shipped: one reads the log and relays, the other reads Kafka. */
class KafkaFedIT {
  private final KafkaSettings kafka = TestKafka.settings(3);
  private final Database log = TestPostgres.freshDatabase();

  private QueryServer start(String... more) {
    var settings = new String[more.length + 4];
    settings[0] = "annals.kafka.bootstrap-servers=" + TestKafka.servers();
    settings[1] = "annals.kafka.topic=" + kafka.topic().name();
    settings[2] = "annals.kafka.partitions=3";
    settings[3] = "annals.kafka.replication-factor=1";
    System.arraycopy(more, 0, settings, 4, more.length);
    return QueryServer.start(log, TestPostgres.freshDatabase(), settings);
  }

  private static void awaitReadiness(QueryServer server, int status) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    int is = 0;
    while (is != status && System.nanoTime() < deadline) {
      is = server.get("/actuator/health/readiness").send().status();
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(is).isEqualTo(status);
  }

  @Test
  void what_was_relayed_is_believed_and_what_was_not_ends_readiness() throws Exception {
    TestPostgres.admin(
        "do $$ begin create role relay_login login password 'relay' in role annals_log_relay;"
            + " exception when duplicate_object or unique_violation then null; end $$");
    try (var town = new Town(log);
        var relaying =
            start(
                "annals.relay.enabled=true",
                "annals.relay.username=relay_login",
                "annals.relay.password=relay");
        var fed = start("annals.feed=kafka")) {
      var auditor = town.person("auditor@example.com", Role.AUDITOR);
      awaitReadiness(relaying, 200);
      fed.reach(town.log.confirmedHead().join());
      awaitReadiness(fed, 200);
      fed.get("/v1/accounts/" + auditor.account()).by(auditor).send().is(200);

      send("let-me-in");

      awaitReadiness(fed, 503);
      awaitReadiness(relaying, 200);
    }
  }

  private void send(String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>copyOf(kafka.client()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var _ =
          producer.send(new ProducerRecord<>(kafka.topic().name(), value.getBytes(UTF_8))).get();
    }
  }
}
