package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.sql.LogSettings.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OverKafkaIT {
  private final Bench bench = new Bench(TestKafka.settings(5));

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void the_copy_is_the_log_to_the_byte() {
    bench.write(1, 3_000);
    var relay = bench.relay();
    var feed = bench.feed();
    bench.write(2, 1_000);

    bench.awaitCopied();
    bench.assertSame();
    bench.write(3, 1);
    bench.awaitCopied();
    bench.assertSame();
    assertThat(relay.health().leading()).isTrue();
    assertThat(relay.health().trouble()).isEmpty();
    assertThat(feed.health().writing()).isTrue();
    assertThat(feed.health().position()).isEqualTo(4_001);
    assertThat(bench.registry.get("annals.relay.sent").counter().count()).isEqualTo(4_001);
    assertThat(bench.registry.get("annals.feed.copied").counter().count()).isEqualTo(4_001);
  }

  @Test
  void what_is_sent_again_is_dropped() throws Exception {
    bench.write(4, 2_500);
    try (var _ = bench.relay()) {
      bench.awaitSent();
    }
    bench.moveBookmark(700);
    try (var _ = bench.relay()) {
      bench.awaitSent();
    }
    var feed = bench.feed();
    bench.awaitCopied();
    bench.moveBookmark(0);
    bench.write(5, 500);
    try (var _ = bench.relay()) {
      bench.awaitCopied();
      bench.awaitSent();
    }

    bench.assertSame();
    Bench.await("all to be read", () -> feed.health().lag() == 0 && dropped() >= 2_500 + 1_800);
    assertThat(feed.health().trouble()).isEmpty();
  }

  private double dropped() {
    return bench.registry.get("annals.feed.dropped").counter().count();
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

  @Test
  void a_feed_goes_on_where_it_was() {
    var _ = bench.relay();
    for (int i = 0; i < 4; i++) {
      bench.write(10 + i, 1_500);
      try (var _ = bench.feed()) {
        long half = i * 1_500L + 400;
        Bench.await("a part of it", () -> bench.copied() >= half);
      }
    }
    var _ = bench.feed();

    bench.awaitCopied();
    bench.assertSame();
    assertThat(dropped()).isLessThan(6_000);
  }

  @Test
  void of_two_feeds_one_writes_and_the_other_takes_over() {
    var _ = bench.relay();
    var first = bench.feed();
    bench.write(20, 500);
    bench.awaitCopied();
    var second = bench.feed();
    Bench.await("the second to see the copy", () -> second.health().position() == 500);
    assertThat(second.health().writing()).isFalse();

    first.close();
    bench.write(21, 500);

    bench.awaitCopied();
    bench.assertSame();
    Bench.await("the second to write", () -> second.health().writing());
  }

  @Test
  void partitions_added_later_are_read_too() throws Exception {
    var relay = bench.relay();
    var _ = bench.feed();
    bench.write(30, 500);
    bench.awaitCopied();
    relay.close();

    try (var admin = TestKafka.admin()) {
      var wanted = Map.of(bench.kafka.topic().name(), NewPartitions.increaseTo(9));
      var _ = admin.createPartitions(wanted).all().get();
    }
    bench.write(31, 500);
    var _ = bench.relay();

    bench.awaitCopied();
    bench.assertSame();
    assertThat(TopicRecords.of(bench.kafka)).anyMatch(each -> each.partition() > 4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_standby_takes_over_from_a_leader_whose_connection_is_cut(boolean silently)
      throws Exception {
    try (var cable = new DatabaseCable()) {
      var relay = bench.relay(cable.to(bench.logs.asApplication().database()));
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
  void a_partition_that_is_far_ahead_waits_for_the_others() {
    bench.write(60, 4_000);
    var _ = bench.relay();
    bench.awaitSent();

    var _ = bench.feed(new FeedLimits(1, Duration.ofSeconds(10)));

    bench.awaitCopied();
    bench.assertSame();
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
    var settings = bench.kafka.with(wanted);
    var relay = bench.closing(KafkaRelay.start(bench.log, database(), settings, bench.registry));

    Bench.await(
        "it to be said",
        () -> relay.health().trouble().filter(why -> why.contains("does not exist")).isPresent());
  }

  private Database database() {
    return bench.logs.asApplication().database();
  }
}
