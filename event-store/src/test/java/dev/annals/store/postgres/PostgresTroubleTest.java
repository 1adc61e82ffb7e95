package dev.annals.store.postgres;

import static dev.annals.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.Append;
import dev.annals.store.AppendConflict;
import dev.annals.store.Appended;
import dev.annals.store.Condition;
import dev.annals.store.Criteria;
import dev.annals.store.LogUnavailable;
import dev.annals.store.LogUnavailable.Outcome;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.Cable.Cut;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.LogSettings.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of appends when the database, or the way to it, gives up in the middle. */
final class PostgresTroubleTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<PostgresLog> open = new ArrayList<>();
  private final TestPostgres.Database database = TestPostgres.freshDatabase();
  private Cable cable;

  @BeforeEach
  void plugIn() throws IOException {
    cable = new Cable(TestPostgres.server().host(), TestPostgres.server().port());
  }

  @AfterEach
  void close() throws IOException {
    open.forEach(PostgresLog::close);
    cable.close();
  }

  private PostgresLog direct(Limits limits) {
    return open(database.asApplication().with(limits));
  }

  private PostgresLog overCable(Duration patience) {
    var url = "jdbc:postgresql://localhost:" + cable.port() + "/" + database.name();
    var limits = new Limits(100, 100, 1_000, patience);
    return open(LogSettings.of(url, "annals", "annals").with(limits));
  }

  private PostgresLog open(LogSettings settings) {
    var log = PostgresLog.open(settings, meters);
    open.add(log);
    return log;
  }

  private double counted(String name) {
    return meters.get("annals.log." + name).counter().count();
  }

  @Test
  void an_append_whose_answer_is_lost_is_found_in_the_log_and_acknowledged_once() {
    var log = overCable(Duration.ofSeconds(20));
    cable.cutNextInsert(Cut.BEFORE_THE_ANSWER, () -> {});
    assertThat(log.append(Append.of(event("a", "t"))).join()).isEqualTo(new Appended(1, 1));
    assertThat(log.confirmedHead().join()).isEqualTo(1);
    assertThat(log.source(Criteria.tag("t"), 0).events()).hasSize(1);
    assertThat(counted("unknown.resolved")).isEqualTo(1);
  }

  @Test
  void an_append_that_never_arrived_is_sent_again() {
    var log = overCable(Duration.ofSeconds(20));
    cable.cutNextInsert(Cut.BEFORE_THE_SERVER, () -> {});
    assertThat(log.append(Append.of(event("a"), event("b"))).join()).isEqualTo(new Appended(1, 2));
    assertThat(log.confirmedHead().join()).isEqualTo(2);
  }

  @Test
  void when_someone_else_took_the_place_of_a_lost_append_it_is_decided_anew() {
    var log = overCable(Duration.ofSeconds(20));
    var other = direct(Limits.DEFAULT);
    var nothing = Condition.nothing(Criteria.tag("t"), 0);
    cable.cutNextInsert(
        Cut.BEFORE_THE_SERVER, () -> other.append(Append.of(event("theirs", "t"))).join());
    assertThatThrownBy(() -> log.append(Append.of(event("ours", "t")).on(nothing)).join())
        .hasCauseInstanceOf(AppendConflict.class);
    cable.cutNextInsert(
        Cut.BEFORE_THE_SERVER, () -> other.append(Append.of(event("theirs", "t"))).join());
    assertThat(log.append(Append.of(event("ours"))).join()).isEqualTo(new Appended(3, 3));
  }

  @Test
  void when_the_way_stays_cut_the_outcome_is_unknown_and_later_the_log_works_again()
      throws Exception {
    var log = overCable(Duration.ofMillis(500));
    cable.cutNextInsert(Cut.BEFORE_THE_ANSWER, this::unplug);
    assertThat(failure(log.append(Append.of(event("a")))).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(counted("unknown")).isEqualTo(1);
    cable.plugIn();
    assertThat(appendedAtLast(log)).isEqualTo(new Appended(2, 2));
  }

  private void unplug() {
    try {
      cable.unplug();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void while_the_database_is_away_everything_says_so_and_afterwards_works() throws Exception {
    var log = overCable(Duration.ofMillis(500));
    log.append(Append.of(event("before"))).join();
    cable.unplug();
    var down = failure(log.append(Append.of(event("first"))));
    assertThat(down).isNotNull();
    assertThat(failure(log.append(Append.of(event("second")))).outcome())
        .isEqualTo(Outcome.NOTHING_WRITTEN);
    assertThat(failure(log.confirmedHead())).isNotNull();
    assertThatThrownBy(() -> log.read(0, 1)).isInstanceOf(LogUnavailable.class);
    assertThat(log.isWritable()).isFalse();
    cable.plugIn();
    assertThat(appendedAtLast(log).last()).isEqualTo(2);
    assertThat(log.confirmedHead().join()).isEqualTo(2);
    assertThat(log.isWritable()).isTrue();
  }

  static LogUnavailable failure(CompletableFuture<?> future) {
    try {
      throw new AssertionError("succeeded: " + future.join());
    } catch (CompletionException e) {
      return (LogUnavailable) Objects.requireNonNull(e.getCause());
    }
  }

  /** What is asked right after the database came back may still meet a broken connection. */
  private static Appended appendedAtLast(PostgresLog log) throws InterruptedException {
    while (true) {
      try {
        return log.append(Append.of(event("after"))).join();
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(LogUnavailable.class);
        Thread.sleep(50);
      }
    }
  }

  @Test
  void a_log_that_cannot_reach_its_database_does_not_open() throws IOException {
    cable.unplug();
    assertThatThrownBy(() -> overCable(Duration.ofSeconds(1)))
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("cannot be reached");
  }
}
