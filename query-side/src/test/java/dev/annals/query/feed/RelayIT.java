package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelayIT {
  private final Bench bench = new Bench(TestKafka.settings(5));

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void an_operator_moves_the_bookmark_of_a_running_relay() {
    bench.write(6, 1_000);
    var _ = bench.relay();
    bench.awaitSent();

    bench.moveBookmark(100);

    Bench.await("the rest to be sent again", () -> sent() == 1_900);
    bench.awaitSent();
  }

  private double sent() {
    return bench.registry.get("annals.relay.sent").counter().count();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_standby_takes_over_from_a_leader_whose_connection_is_cut(boolean silently)
      throws Exception {
    try (var cable = new DatabaseCable()) {
      var relay = bench.relay(cable.to(bench.relaying()));
      Bench.await("the first to lead", () -> relay.health().leading());
      bench.write(40, 1_000);
      bench.awaitSent();
      var standby = bench.relay();

      if (silently) {
        cable.silence();
      } else {
        cable.cut();
      }
      bench.write(41, 1_000);

      Bench.await("the standby to lead", () -> standby.health().leading());
      var _ = bench.feed();
      bench.awaitSent();
      bench.awaitCopied();
      bench.assertSame();
      Bench.await("the first to know", () -> !relay.health().leading());
    }
  }

  @Test
  void a_bookmark_beyond_the_end_of_the_log_skips_nothing_and_is_said() {
    bench.write(47, 10);
    var relay = bench.relay();
    bench.awaitSent();

    bench.moveBookmark(13);
    Bench.await("it to be said", () -> says(relay, "the log ends before it"));
    relay.close();
    bench.write(48, 2);
    var next = bench.relay();

    Bench.await("it to be said again", () -> says(next, "delete from relay_bookmark"));
    assertThat(TopicRecords.of(bench.kafka)).hasSize(10);
  }

  @Test
  void another_event_where_the_bookmark_is_stops_the_relay() {
    bench.write(49, 10);
    try (var _ = bench.relay()) {
      bench.awaitSent();
    }
    Bench.execute(bench.logs, "update relay_bookmark set event_id = gen_random_uuid()");
    bench.write(51, 10);

    var relay = bench.relay();

    Bench.await("it to be said", () -> says(relay, "another event at position 10 than was sent"));
    assertThat(TopicRecords.of(bench.kafka)).hasSize(10);
  }

  private static boolean says(KafkaRelay relay, String what) {
    return relay.health().trouble().filter(why -> why.contains(what)).isPresent();
  }

  @Test
  void a_relay_that_is_closed_hands_over_at_once() {
    var first = bench.relay();
    Bench.await("the first to lead", () -> first.health().leading());
    bench.write(50, 3_000);

    first.close();
    long reached = bench.bookmark();
    var second = bench.relay();
    bench.awaitSent();

    assertThat(second.health().leading()).isTrue();
    assertThat(sent()).as("nothing was sent twice").isEqualTo(3_000);
    assertThat(reached).isLessThanOrEqualTo(3_000);
  }

  @Test
  void events_of_a_key_are_in_their_order_and_all_are_cloud_events() {
    bench.write(70, 2_000);
    var _ = bench.relay();
    bench.awaitSent();

    var records = TopicRecords.of(bench.kafka);
    assertThat(records).hasSize(2_000);
    var stored = bench.log.read(0, 2_000);
    for (var event : stored) {
      var key = EventKey.of(event);
      assertThat(positions(records, key)).isSorted().contains(event.position());
    }
    for (var record : records) {
      assertThat(record.header("ce_specversion")).isEqualTo("1.0");
      assertThat(record.header("ce_source")).isEqualTo(bench.kafka.source().toString());
      assertThat(record.header("content-type")).isEqualTo("application/json");
      var event = stored.get((int) record.position() - 1);
      assertThat(record.header("ce_id")).isEqualTo(event.id().toString());
      assertThat(record.header("ce_type")).isEqualTo("dev.annals." + event.name());
      assertThat(record.value()).isEqualTo(new String(event.payload(), StandardCharsets.UTF_8));
    }
  }

  private static List<Long> positions(List<TopicRecords.One> records, String key) {
    return records.stream()
        .filter(each -> each.key().equals(key))
        .map(each -> each.position())
        .toList();
  }

  @Test
  void nothing_is_sent_until_there_is_a_key_to_vouch_for_it() {
    bench.write(90, 10);
    var key = new AtomicReference<KeyedHash>();
    var topic =
        new RelayedTopic(
            bench.kafka, () -> Optional.ofNullable(key.get()).orElseThrow(Bench::noKey));
    var relay = bench.closing(KafkaRelay.start(bench.log, bench.relaying(), topic, bench.registry));
    Bench.await("it to be said", () -> relay.health().trouble().isPresent());
    assertThat(bench.bookmark()).isZero();

    key.set(bench.key);

    bench.awaitSent();
    assertThat(TopicRecords.of(bench.kafka)).hasSize(10);
  }

  @Test
  void the_topic_keeps_everything_for_ever() throws Exception {
    var _ = bench.relay();
    bench.write(80, 1);
    bench.awaitSent();

    var settings = TopicRecords.settings(bench.kafka);
    assertThat(settings)
        .containsEntry("retention.ms", "-1")
        .containsEntry("retention.bytes", "-1")
        .containsEntry("cleanup.policy", "delete");
  }

  @Test
  void an_absent_topic_is_not_made_where_that_is_forbidden() {
    var wanted = new KafkaSettings.Topic("not-there-" + System.nanoTime(), 3, (short) 1, false);
    var settings = new KafkaSettings(bench.kafka.client(), wanted, bench.kafka.source());
    var topic = new RelayedTopic(settings, () -> bench.key);
    var relay = bench.closing(KafkaRelay.start(bench.log, bench.relaying(), topic, bench.registry));

    Bench.await(
        "it to be said",
        () -> relay.health().trouble().filter(why -> why.contains("does not exist")).isPresent());
  }
}
