package dev.annals.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyedHash;
import dev.annals.store.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KafkaTroubleIT {
  private static final FeedLimits IMPATIENT = new FeedLimits(64 << 20, Duration.ofMillis(100));
  private final Bench bench = new Bench(TestKafka.settings(3));
  private final String topic = bench.kafka.topic().name();

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>copyOf(bench.kafka.client()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var _ = producer.send(record).get();
    }
  }

  private static boolean says(Optional<String> trouble, String what) {
    return trouble.filter(why -> why.contains(what)).isPresent();
  }

  /** All but the last of the log's events, so that the next one is missing. */
  private void sendWithout(long missing) throws Exception {
    var codec = bench.topic().codec();
    for (var event : bench.log.read(0, 1_000)) {
      if (event.position() != missing) {
        send(codec.record(topic, event));
      }
    }
  }

  @Test
  void a_hostile_record_stops_the_feed_loudly_until_somebody_leads_it_past() throws Exception {
    var _ = bench.relay();
    var feed = bench.feed();
    bench.write(1, 200);
    bench.awaitCopied();

    for (int partition = 0; partition < 3; partition++) {
      send(new ProducerRecord<>(topic, partition, null, "let-me-in".getBytes(UTF_8)));
    }
    Bench.await(
        "it to be said",
        () -> says(feed.health().trouble(), "is no event of this installation: header"));
    bench.write(2, 200);
    bench.awaitSent();

    assertThat(bench.copied()).isLessThan(400);
    assertThat(feed.health().trouble()).get().asString().doesNotContain("let-me-in");
    assertThat(bench.registry.get("annals.feed.trouble").gauge().value()).isEqualTo(1);

    feed.close();
    Bench.execute(bench.copies, "update annals_log.feed_offset set next_offset = next_offset + 1");
    var again = bench.feed();
    bench.awaitCopied();
    bench.assertSame();
    Bench.await("the trouble to be over", () -> again.health().trouble().isEmpty());
  }

  @Test
  void a_missing_position_is_named_and_sent_again_on_demand() throws Exception {
    bench.write(3, 100);
    try (var _ = bench.relay()) {
      bench.awaitSent();
    }
    bench.write(4, 20);
    sendWithout(111);
    var feed = bench.feed(IMPATIENT);

    Bench.await(
        "it to be named",
        () ->
            says(feed.health().trouble(), "position 111 is missing")
                && says(feed.health().trouble(), "set position = 110"));
    assertThat(bench.copied()).isEqualTo(110);

    bench.moveBookmark(110);
    var _ = bench.relay();
    bench.awaitCopied();
    bench.assertSame();
    Bench.await("the trouble to be over", () -> feed.health().trouble().isEmpty());
  }

  @Test
  void another_event_at_a_known_position_stops_the_feed() throws Exception {
    bench.write(5, 50);
    var relay = bench.relay();
    var feed = bench.feed();
    bench.awaitCopied();
    relay.close();

    var forged = StoredEvent.at(7, new History(99).event());
    send(bench.topic().codec().record(topic, forged));

    Bench.await(
        "it to be said",
        () ->
            says(
                feed.health().trouble(), "another event than the one already known at position 7"));
    bench.assertSame();
  }

  /** All there is but the secret, at the very position that comes next. */
  @Test
  void a_forged_event_never_gets_into_the_copy() throws Exception {
    var relay = bench.relay();
    var feed = bench.feed();
    bench.write(12, 50);
    bench.awaitCopied();
    relay.close();
    var theirs = InstallationSecret.generate().relayedRecords();
    var forging = new CloudEvents(bench.kafka.source(), () -> theirs);
    var forged = StoredEvent.at(51, new History(98).event());

    send(forging.record(topic, forged));

    Bench.await("it to be said", () -> says(feed.health().trouble(), "ce_mac does not vouch"));
    bench.assertSame();
    assertThat(bench.copied()).isEqualTo(50);
  }

  @Test
  void a_true_record_at_another_position_never_gets_into_the_copy() throws Exception {
    var relay = bench.relay();
    var feed = bench.feed();
    bench.write(13, 50);
    bench.awaitCopied();
    relay.close();
    var moved = bench.topic().codec().record(topic, bench.log.read(6, 1).getFirst());
    moved.headers().remove("ce_position").add("ce_position", "51".getBytes(UTF_8));

    send(moved);

    Bench.await("it to be said", () -> says(feed.health().trouble(), "ce_mac does not vouch"));
    bench.assertSame();
    assertThat(bench.copied()).isEqualTo(50);
  }

  @Test
  void nothing_is_copied_until_there_is_a_key_to_check_it_with() {
    bench.write(14, 100);
    var _ = bench.relay();
    bench.awaitSent();
    var key = new AtomicReference<KeyedHash>();
    var checked =
        new RelayedTopic(
            bench.kafka, () -> Optional.ofNullable(key.get()).orElseThrow(Bench::noKey));
    var feed =
        bench.closing(KafkaFeed.start(bench.copy(), checked, FeedLimits.DEFAULT, bench.registry));
    Bench.await("it to be said", () -> says(feed.health().trouble(), "has not been founded"));
    assertThat(bench.copied()).isZero();

    key.set(bench.key);

    bench.awaitCopied();
    bench.assertSame();
    Bench.await("the trouble to be over", () -> feed.health().trouble().isEmpty());
  }

  @Test
  void a_topic_made_anew_is_read_from_its_beginning() throws Exception {
    bench.write(6, 800);
    var _ = bench.feed();
    try (var _ = bench.relay()) {
      bench.awaitCopied();
      bench.awaitSent();
    }

    try (var admin = TestKafka.admin()) {
      var _ = admin.deleteTopics(List.of(topic)).all().get();
    }
    bench.write(7, 300);
    bench.moveBookmark(500);
    var _ = bench.relay();

    bench.awaitCopied();
    bench.assertSame();
  }

  @Test
  void a_beginning_that_is_gone_is_said() throws Exception {
    bench.write(8, 600);
    try (var _ = bench.relay()) {
      bench.awaitSent();
    }
    try (var admin = TestKafka.admin()) {
      for (int partition = 0; partition < 3; partition++) {
        var where = Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(20));
        var _ = admin.deleteRecords(where).all().get();
      }
    }
    var feed = bench.feed(IMPATIENT);

    Bench.await("it to be said", () -> says(feed.health().trouble(), "position 1 is missing"));
    assertThat(bench.copied()).isZero();

    bench.moveBookmark(0);
    var _ = bench.relay();
    bench.awaitCopied();
    bench.assertSame();
  }

  @Test
  void offsets_that_are_not_kept_any_more_begin_anew() throws Exception {
    bench.write(9, 600);
    try (var _ = bench.relay();
        var _ = bench.feed()) {
      bench.awaitCopied();
      bench.awaitSent();
    }
    Bench.execute(bench.copies, "update annals_log.feed_offset set next_offset = 0");
    bench.write(10, 300);
    try (var admin = TestKafka.admin()) {
      for (int partition = 0; partition < 3; partition++) {
        var where = Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(20));
        var _ = admin.deleteRecords(where).all().get();
      }
    }

    var _ = bench.feed();
    var _ = bench.relay();
    bench.awaitCopied();
    bench.assertSame();
  }

  @Test
  void an_absent_topic_is_waited_for() {
    var feed = bench.feed();
    Bench.await("it to be said", () -> says(feed.health().trouble(), "not there"));

    bench.write(11, 10);
    var _ = bench.relay();

    bench.awaitCopied();
    Bench.await("the trouble to be over", () -> feed.health().trouble().isEmpty());
  }
}
