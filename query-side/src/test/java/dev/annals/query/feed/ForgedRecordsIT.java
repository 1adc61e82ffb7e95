package dev.annals.query.feed;

import static dev.annals.query.feed.Bench.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyedHash;
import dev.annals.store.StoredEvent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that somebody else wrote into the topic get nowhere. */
final class ForgedRecordsIT {
  private final Bench bench = new Bench(TestKafka.settings(3));
  private final String topic = bench.kafka.topic().name();

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void a_hostile_record_stops_the_feed_loudly_until_somebody_leads_it_past() throws Exception {
    var _ = bench.relay();
    var feed = bench.feed();
    bench.write(1, 200);
    bench.awaitCopied();

    for (int partition = 0; partition < 3; partition++) {
      bench.send(new ProducerRecord<>(topic, partition, null, "let-me-in".getBytes(UTF_8)));
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
  void another_event_at_a_known_position_stops_the_feed() throws Exception {
    bench.write(5, 50);
    var relay = bench.relay();
    var feed = bench.feed();
    bench.awaitCopied();
    relay.close();

    var forged = StoredEvent.at(7, new History(99).event());
    bench.send(bench.topic().codec().record(topic, forged));

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

    bench.send(forging.record(topic, forged));

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

    bench.send(moved);

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
}
