package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A broker of its own, since it is stopped: always in this JVM. */
final class BrokerOutageIT {
  private final RestartableKafka kafka = new RestartableKafka();
  private final Bench bench = new Bench(TestKafka.settings(kafka.servers(), 4));

  @AfterEach
  void close() throws Exception {
    bench.close();
    kafka.close();
  }

  @Test
  void nothing_is_lost_when_the_broker_is_stopped_and_started() {
    var relay = bench.relay();
    var feed = bench.feed();
    bench.write(1, 2_000);
    Bench.await("a part of it", () -> bench.copied() > 500);

    kafka.stop();
    bench.write(2, 3_000);
    Bench.await("it to be said", () -> relay.health().trouble().isPresent());
    assertThat(relay.health().lag()).isPositive();
    Bench.await("it to be said by the feed", () -> feed.health().trouble().isPresent());
    kafka.start();

    bench.awaitCopied();
    bench.assertSame();
    bench.awaitSent();
    Bench.await(
        "the troubles to be over",
        () -> relay.health().trouble().isEmpty() && feed.health().trouble().isEmpty());
  }

  @Test
  void a_relay_starts_while_the_broker_is_down() {
    kafka.stop();
    bench.write(3, 1_000);
    var relay = bench.relay();
    var feed = bench.feed();
    Bench.await(
        "it to be said",
        () -> relay.health().trouble().isPresent() && feed.health().trouble().isPresent());

    kafka.start();

    bench.awaitCopied();
    bench.assertSame();
  }

  @Test
  void a_relay_that_is_closed_while_the_broker_is_down_sends_the_rest_next_time() {
    var relay = bench.relay();
    bench.write(4, 1_000);
    bench.awaitSent();
    kafka.stop();
    bench.write(5, 1_000);
    Bench.await("it to be said", () -> relay.health().trouble().isPresent());

    relay.close();
    assertThat(bench.bookmark()).isEqualTo(1_000);
    kafka.start();

    var _ = bench.relay();
    var _ = bench.feed();
    bench.awaitCopied();
    bench.assertSame();
  }
}
