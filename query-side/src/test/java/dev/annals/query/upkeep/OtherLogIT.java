package dev.annals.query.upkeep;

import static dev.annals.query.upkeep.ViewBench.PATIENCE;
import static dev.annals.query.upkeep.ViewBench.command;
import static dev.annals.query.upkeep.ViewBench.until;
import static dev.annals.query.upkeep.ViewBench.views;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.store.Append;
import dev.annals.store.LogReading;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that was restored to an earlier moment, or is another one, is never mixed into a view. */
class OtherLogIT {
  private static final int RESTORED = 1_500;
  private final QueryDatabase database = SameRows.database(TestPostgres.freshDatabase());
  private final List<NewEvent> history = RandomHistory.fresh(1, 2_000);
  private final MemoryLog original = SameRows.log(history);
  private final ChangingLog log = new ChangingLog(original);
  private final Names names = new Names("names", 1);

  /** The far one reads in bulk, by pages that are shared. */
  @ParameterizedTest
  @ValueSource(ints = {100, 5_000})
  void a_log_that_has_gone_on_differently_stops_the_view_and_nothing_of_it_is_taken(int far)
      throws SQLException {
    try (var views = started(log, pace(far, Duration.ofMillis(100)))) {
      SameRows.reach(views, names, 2_000);
      var before = SameRows.tables(database, "names_g1");

      log.becomes(restored(3_000));
      until(() -> views.state("names").phase() == Phase.STOPPED);

      assertThat(views.state("names").error().orElseThrow())
          .startsWith("position 2000 of the log holds another event")
          .contains("Rebuild the view");
      assertThat(views.waiting().reached("names")).isEqualTo(2_000);
      assertThat(SameRows.tables(database, "names_g1")).isEqualTo(before);
    }
  }

  @Test
  void a_log_that_ends_earlier_stops_the_view_also_when_the_process_starts_anew() {
    try (var views = started(log, pace(100, Duration.ofMillis(100)))) {
      SameRows.reach(views, names, 2_000);
    }
    try (var views = started(restored(0), pace(100, Duration.ofMillis(100)))) {
      until(() -> phase(views) == Phase.STOPPED);

      assertThat(views.state("names").error().orElseThrow())
          .startsWith("the log ends before position 2000");
      assertThat(views.waiting().reached("names")).isEqualTo(2_000);
    }
  }

  @Test
  void a_rebuild_takes_the_log_as_it_is_now_and_the_view_goes_on_with_it() throws SQLException {
    try (var views = started(log, pace(100, Duration.ofMillis(100)))) {
      SameRows.reach(views, names, 2_000);
      var restored = restored(100);
      log.becomes(restored);
      until(() -> phase(views) == Phase.STOPPED);

      assertThat(command(views).run("names")).isTrue();

      until(() -> phase(views) == Phase.FOLLOWING && views.state("names").error().isEmpty());
      assertThat(views.waiting().reached("names")).isEqualTo(RESTORED + 100);
      RandomHistory.fresh(10, 50).forEach(event -> restored.append(Append.of(event)).join());
      SameRows.reach(views, names, RESTORED + 150);
      assertThat(SameRows.tables(database, views.schema("names")).get("seen"))
          .hasSize(RESTORED + 150);
    }
  }

  @Test
  void the_right_log_gets_a_stopped_view_going_by_itself() {
    try (var views = started(log, pace(100, Duration.ofMillis(100)));
        var standby = started(log, pace(100, Duration.ofMillis(100)))) {
      SameRows.reach(views, names, 2_000);
      SameRows.reach(standby, names, 2_000);
      log.becomes(restored(3_000));
      until(() -> phase(views) == Phase.STOPPED && phase(standby) == Phase.STOPPED);

      log.becomes(original);

      until(() -> phase(views) != Phase.STOPPED && phase(standby) != Phase.STOPPED);
      RandomHistory.fresh(10, 50).forEach(event -> original.append(Append.of(event)).join());
      SameRows.reach(views, names, 2_050);
    }
  }

  @Test
  void a_replica_that_is_behind_is_waited_for() {
    try (var views = started(log, pace(100, PATIENCE))) {
      SameRows.reach(views, names, 2_000);
      var replica = SameRows.log(history.subList(0, RESTORED));
      log.becomes(replica);
      until(() -> phase(views) == Phase.WAITING);

      assertThat(views.state("names").error().orElseThrow()).contains("a replica that is behind");

      history.subList(RESTORED, 2_000).forEach(event -> replica.append(Append.of(event)).join());
      RandomHistory.fresh(10, 50).forEach(event -> replica.append(Append.of(event)).join());
      SameRows.reach(views, names, 2_050);
    }
  }

  /** The first events as they were, and then others. */
  private MemoryLog restored(int others) {
    var restored = SameRows.log(history.subList(0, RESTORED));
    RandomHistory.fresh(99, others).forEach(event -> restored.append(Append.of(event)).join());
    return restored;
  }

  private Views started(LogReading from, Pace pace) {
    var views =
        new Views(List.of(names), new Desk(from, database, pace), new SimpleMeterRegistry());
    views.start();
    return views;
  }

  private static Pace pace(int far, Duration longest) {
    var soon = Duration.ofMillis(20);
    return new Pace(300, 100, far, soon, soon, soon, longest);
  }

  private static Phase phase(Views views) {
    return views.state("names").phase();
  }
}
