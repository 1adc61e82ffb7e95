package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.postgres.PostgresReading;
import dev.annals.store.sql.LogSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    bench.awaitSent();
    Bench.await("the relay to rest", () -> relay.health().lag() == 0);
    assertThat(relay.health().leading()).isTrue();
    assertThat(relay.health().trouble()).isEmpty();
    assertThat(feed.health().writing()).isTrue();
    assertThat(feed.health().position()).isEqualTo(4_001);
    assertThat(gauge("annals.relay.position")).isEqualTo(4_001);
    assertThat(gauge("annals.relay.lag.events")).isZero();
    assertThat(gauge("annals.relay.lag.seconds")).isZero();
    assertThat(gauge("annals.relay.leader")).isEqualTo(1);
    assertThat(gauge("annals.feed.position")).isEqualTo(4_001);
    assertThat(gauge("annals.feed.writer")).isEqualTo(1);
    assertThat(bench.registry.get("annals.relay.failures").counter().count()).isZero();
    assertThat(bench.registry.get("annals.relay.sent").counter().count()).isEqualTo(4_001);
    assertThat(bench.registry.get("annals.feed.copied").counter().count()).isEqualTo(4_001);
  }

  private double gauge(String name) {
    return bench.registry.get(name).gauge().value();
  }

  @Test
  void readers_of_the_copy_are_woken() {
    var settings = new LogSettings(bench.copy(), LogSettings.Limits.DEFAULT);
    var never = Duration.ofHours(1);
    var reading = bench.closing(PostgresReading.open(settings, never, bench.registry));
    var _ = bench.relay();
    var _ = bench.feed();

    bench.write(90, 1_000);

    Bench.await("the reader to be told", () -> reading.head() == 1_000);
    assertThat(reading.read(0, 1_000))
        .zipSatisfy(
            bench.log.read(0, 1_000),
            (copied, event) -> assertThat(copied).matches(event::isSameAs));
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

  @Test
  void databases_that_go_away_and_come_back_lose_nothing() throws Exception {
    try (var logs = new DatabaseCable();
        var copies = new DatabaseCable()) {
      var relay = bench.relay(logs.to(bench.relaying()));
      var feed = bench.feed(copies.to(bench.copy()));
      bench.write(45, 1_000);
      Bench.await("a part of it", () -> bench.copied() > 100);

      logs.cut();
      copies.cut();
      bench.write(46, 1_000);
      Bench.await(
          "both to say so",
          () -> relay.health().trouble().isPresent() && feed.health().trouble().isPresent());
      logs.mend();
      copies.mend();

      bench.awaitSent();
      bench.awaitCopied();
      bench.assertSame();
    }
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
}
