package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyedHash;
import dev.annals.store.EventLog;
import dev.annals.store.LogUnavailable;
import dev.annals.store.TestPostgres;
import dev.annals.store.copy.CopySchema;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.sql.LogSettings.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A log in one database, a copy in another, and a topic between them. */
final class Bench {
  private static final Duration BOUND = Duration.ofSeconds(60);
  final KafkaSettings kafka;
  final KeyedHash key = InstallationSecret.generate().relayedRecords();
  final MeterRegistry registry = new SimpleMeterRegistry();
  final TestPostgres.Database logs = TestPostgres.freshDatabase();
  final TestPostgres.Database copies = TestPostgres.freshDatabase();
  final EventLog log = PostgresLog.open(logs.asApplication(), new SimpleMeterRegistry());
  private final List<AutoCloseable> open = new ArrayList<>();

  Bench(KafkaSettings kafka) {
    this.kafka = kafka;
    CopySchema.migrate(copies.asOwner().database());
    TestPostgres.admin(
        "do $$ begin create role relay_login login password 'relay' in role annals_log_relay;"
            + " exception when duplicate_object or unique_violation then null; end $$");
  }

  /** Where the copy is read and written. */
  Database copy() {
    return CopySchema.within(copies.asOwner().database());
  }

  RelayedTopic topic() {
    return new RelayedTopic(kafka, () -> key);
  }

  KafkaRelay relay() {
    return relay(relaying());
  }

  /** The log's database, as one who may do no more than a relay must. */
  Database relaying() {
    return new Database(logs.url(), "relay_login", "relay", 1);
  }

  KafkaRelay relay(Database database) {
    return closing(KafkaRelay.start(log, database, topic(), registry));
  }

  KafkaFeed feed() {
    return feed(FeedLimits.DEFAULT);
  }

  KafkaFeed feed(FeedLimits limits) {
    return closing(KafkaFeed.start(copy(), topic(), limits, registry));
  }

  KafkaFeed feed(Database copy) {
    return closing(KafkaFeed.start(copy, topic(), FeedLimits.DEFAULT, registry));
  }

  <T extends AutoCloseable> T closing(T each) {
    open.addFirst(each);
    return each;
  }

  void write(int seed, int count) {
    new History(seed).write(log, count);
  }

  long bookmark() {
    return Long.parseLong(
        rows(logs, "select coalesce(max(position), 0) from relay_bookmark").getFirst());
  }

  void moveBookmark(long to) {
    execute(logs, "update relay_bookmark set position = " + to);
  }

  /** Waits until the whole log is in the topic, as the bookmark says. */
  void awaitSent() {
    long head = log.confirmedHead().join();
    await("the relay to reach " + head, () -> bookmark() == head);
  }

  long copied() {
    return Long.parseLong(
        rows(copies, "select coalesce(max(position), 0) from annals_log.event").getFirst());
  }

  void awaitCopied() {
    long head = log.confirmedHead().join();
    await("the copy to reach " + head, () -> copied() == head);
  }

  void assertSame() {
    for (var question :
        List.of(
            "select position, id, at, name, version, tags, metadata, payload from %sevent order by 1",
            "select tag, position from %sevent_tag order by 1, 2")) {
      assertThat(rows(copies, question.formatted("annals_log.")))
          .isEqualTo(rows(logs, question.formatted("")))
          .isNotEmpty();
    }
  }

  void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>copyOf(kafka.client()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var _ = producer.send(record).get();
    }
  }

  static boolean says(Optional<String> trouble, String what) {
    return trouble.filter(why -> why.contains(what)).isPresent();
  }

  static LogUnavailable noKey() {
    return LogUnavailable.nothingWritten("it has not been founded", null);
  }

  /** Waits for the thing itself, and not for ever. */
  static void await(String what, BooleanSupplier until) {
    long deadline = System.nanoTime() + BOUND.toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("waited in vain for " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  static void execute(TestPostgres.Database database, String sql) {
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> rows(TestPostgres.Database database, String sql) {
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(result.getString(i))
              .append(i == result.getMetaData().getColumnCount() ? "" : "|");
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() throws Exception {
    for (var each : open) {
      each.close();
    }
    log.close();
  }
}
