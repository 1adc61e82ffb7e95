package dev.annals.query.feed;

import static dev.annals.query.feed.Bench.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A topic that is not what it was. */
final class KafkaTroubleIT {
  private static final FeedLimits IMPATIENT = new FeedLimits(64 << 20, Duration.ofMillis(100));
  private final Bench bench = new Bench(TestKafka.settings(3));
  private final String topic = bench.kafka.topic().name();

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  /** All but the last of the log's events, so that the next one is missing. */
  private void sendWithout(long missing) throws Exception {
    var codec = bench.topic().codec();
    for (var event : bench.log.read(0, 1_000)) {
      if (event.position() != missing) {
        bench.send(codec.record(topic, event));
      }
    }
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
