package dev.annals.store.postgres;

import static dev.annals.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.Criteria;
import dev.annals.store.LogBusy;
import dev.annals.store.LogUnavailable.Outcome;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.sql.LogSettings.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log refuses, what the database refuses, and what nobody is told of. */
final class PostgresRefusalTest {
  private final List<PostgresLog> open = new ArrayList<>();
  private final TestPostgres.Database database = TestPostgres.freshDatabase();

  @AfterEach
  void close() {
    open.forEach(PostgresLog::close);
  }

  private PostgresLog direct(Limits limits) {
    var log = PostgresLog.open(database.asApplication().with(limits), new SimpleMeterRegistry());
    open.add(log);
    return log;
  }

  @Test
  void killing_the_writers_connection_again_and_again_loses_and_repeats_nothing() {
    var log = direct(new Limits(1_000, 20, 1_000, Duration.ofSeconds(20)));
    var acknowledged = new HashMap<UUID, CompletableFuture<Appended>>();
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 50; i++) {
        var event = event("e", "t:" + i);
        acknowledged.put(event.id(), log.append(Append.of(event)));
      }
      TestPostgres.admin(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              .formatted(database.name())
              .concat(" and query ilike 'with tagged%'"));
    }
    acknowledged.values().forEach(CompletableFuture::join);
    var stored = log.read(0, 10_000);
    assertThat(stored).hasSize(1_000);
    for (StoredEvent event : stored) {
      var append = Objects.requireNonNull(acknowledged.remove(event.id()));
      assertThat(append.join().first()).isEqualTo(event.position());
    }
  }

  @Test
  void more_appends_than_may_wait_are_refused_at_once() throws Exception {
    var log = direct(new Limits(2, 1, 1_000, Duration.ofSeconds(20)));
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table event in exclusive mode");
      var appends =
          IntStream.range(0, 10).mapToObj(_ -> log.append(Append.of(event("e")))).toList();
      assertThat(appends).filteredOn(CompletableFuture::isDone).hasSizeGreaterThanOrEqualTo(7);
      connection.rollback();
      var refused = appends.stream().filter(PostgresRefusalTest::isBusy).count();
      assertThat(log.confirmedHead().join()).isEqualTo(10 - refused);
      assertThat(refused).isBetween(7L, 8L);
    }
  }

  private static boolean isBusy(CompletableFuture<Appended> append) {
    try {
      append.join();
      return false;
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(LogBusy.class);
      return true;
    }
  }

  @Test
  void an_event_that_only_the_database_refuses_fails_alone() throws Exception {
    var log = direct(Limits.DEFAULT);
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter table event add constraint sane check (name <> 'poison')");
      connection.setAutoCommit(false);
      statement.execute("lock table event in exclusive mode");
      var before = log.append(Append.of(event("good")));
      var poison = log.append(Append.of(event("poison")));
      var after = log.append(Append.of(event("good")));
      connection.rollback();
      assertThatThrownBy(poison::join).hasCauseInstanceOf(IllegalArgumentException.class);
      assertThat(before.join().last()).isEqualTo(1);
      assertThat(after.join().last()).isEqualTo(2);
    }
  }

  @Test
  void events_of_which_nobody_told_are_found_by_looking() throws Exception {
    var log = direct(Limits.DEFAULT);
    var heads = new LinkedBlockingQueue<Long>();
    try (var _ = log.onAdvance(heads::add);
        var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      for (long position = 1; position <= 2; position++) {
        statement.execute(
            """
            with tagged as (insert into event_tag values ('t', %d))
            insert into event values (%1$d, gen_random_uuid(), now(), 'quiet', '1', '{t}', '{}', '')
            """
                .formatted(position));
        assertThat(heads.poll(20, TimeUnit.SECONDS)).isEqualTo(position);
      }
      assertThat(log.source(Criteria.tag("t"), 0).events()).hasSize(2);
    }
  }

  @Test
  void a_log_that_may_not_be_written_says_so() throws Exception {
    var log = direct(Limits.DEFAULT);
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("revoke insert on event from annals_log_writer");
      assertThat(log.isWritable()).isFalse();
      assertThat(PostgresTroubleTest.failure(log.append(Append.of(event("a")))).outcome())
          .isEqualTo(Outcome.NOTHING_WRITTEN);
    }
  }

  @Test
  void a_closed_log_refuses_and_what_was_waiting_is_written() {
    var log = direct(Limits.DEFAULT);
    var appends = IntStream.range(0, 100).mapToObj(_ -> log.append(Append.of(event("e")))).toList();
    log.close();
    assertThat(appends).allSatisfy(append -> assertThat(append.join()).isNotNull());
    assertThat(PostgresTroubleTest.failure(log.append(Append.of(event("late")))).outcome())
        .isEqualTo(Outcome.NOTHING_WRITTEN);
    assertThat(PostgresTroubleTest.failure(log.confirmedHead())).isNotNull();
  }
}
