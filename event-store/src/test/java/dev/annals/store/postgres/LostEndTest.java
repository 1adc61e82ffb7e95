package dev.annals.store.postgres;

import static dev.annals.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.Append;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import dev.annals.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of the log is lost behind the back of running processes, as by a failover. */
final class LostEndTest {
  private final TestPostgres.Database database = TestPostgres.freshDatabase();
  private final PostgresLog writer =
      PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
  private final PostgresReading reading =
      PostgresReading.open(database.asReader(), new SimpleMeterRegistry());

  @BeforeEach
  void five_events_of_which_two_are_lost() throws SQLException {
    for (int i = 0; i < 5; i++) {
      writer.append(Append.of(event("a", "t"))).join();
    }
    assertThat(writer.confirmedHead().join()).isEqualTo(5);
    assertThat(reading.confirmedHead().join()).isEqualTo(5);
    asOwner(
        "alter table event disable trigger user; delete from event where position > 3;"
            + " alter table event enable always trigger event_is_append_only;"
            + " alter table event_tag disable trigger user; delete from event_tag where position > 3;"
            + " alter table event_tag enable always trigger event_tag_is_append_only;"
            + " select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  @AfterEach
  void close() {
    reading.close();
    writer.close();
  }

  @Test
  void who_knew_it_neither_writes_behind_the_hole_nor_trusts_its_memory() {
    refusesToWrite();
    refusesToConfirm(writer);
    refusesToConfirm(reading);
    assertThat(positions()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void who_starts_anew_goes_on_and_the_others_still_do_not() {
    try (var next = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry())) {
      for (int i = 0; i < 4; i++) {
        next.append(Append.of(event("b", "t"))).join();
      }

      refusesToWrite();
      refusesToConfirm(writer);
      refusesToConfirm(reading);
      assertThat(positions())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 7).boxed().toList());
    }
  }

  private void refusesToWrite() {
    assertThatThrownBy(() -> writer.append(Append.of(event("c", "t"))).join())
        .hasCauseInstanceOf(LogUnavailable.class)
        .hasRootCauseInstanceOf(OtherLog.class);
  }

  private static void refusesToConfirm(LogReading log) {
    assertThatThrownBy(() -> log.confirmedHead().join())
        .hasCauseInstanceOf(LogUnavailable.class)
        .hasRootCauseInstanceOf(OtherLog.class)
        .hasStackTraceContaining("Restart this process");
  }

  private List<Long> positions() {
    return reading.read(0, 100).stream().map(event -> event.position()).toList();
  }

  private void asOwner(String sql) throws SQLException {
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
