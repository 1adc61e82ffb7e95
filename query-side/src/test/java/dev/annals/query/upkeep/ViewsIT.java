package dev.annals.query.upkeep;

import static dev.annals.query.upkeep.ViewBench.generations;
import static dev.annals.query.upkeep.ViewBench.reach;
import static dev.annals.query.upkeep.ViewBench.rows;
import static dev.annals.query.upkeep.ViewBench.until;
import static dev.annals.query.upkeep.ViewBench.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.Follower.Step;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.store.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsIT {
  private final ViewBench bench = new ViewBench();
  private final Names names = new Names("names", 1);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_view_is_built_when_there_is_none_and_follows_the_log_from_then_on() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
      assertThat(rows(views, "names")).isEqualTo(2_000);

      bench.append(5);

      reach(views, "names", 2_005);
      assertThat(rows(views, "names")).isEqualTo(2_005);
      assertThat(views.state("names").phase()).isEqualTo(Phase.FOLLOWING);
    }
  }

  @Test
  void what_was_read_before_a_restart_is_not_read_again() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
    }
    names.failsAt(position -> position <= 2_000);
    bench.append(3);

    try (var views = bench.started(names)) {
      reach(views, "names", 2_003);
      assertThat(rows(views, "names")).isEqualTo(2_003);
      assertThat(views.schema("names")).isEqualTo("names_g1");
    }
  }

  @Test
  void a_view_cannot_be_asked_before_it_is_built() {
    try (var views = views(bench.desk(), names)) {
      assertThatThrownBy(() -> views.ask(_ -> views.schema("names")))
          .isInstanceOf(ViewUnavailable.class);
      assertThat(views.areReady()).isFalse();
      assertThat(views.waiting().reached("names")).isEqualTo(-1);
    }
  }

  @Test
  void another_version_is_built_anew_and_the_old_one_goes_when_nobody_runs_it() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
    }

    try (var views = bench.started(new Names("names", 2))) {
      reach(views, "names", 2_000);
      assertThat(views.schema("names")).isEqualTo("names_g2");
      until(() -> generations(views).equals(List.of(2)));
    }
  }

  @Test
  void an_old_version_goes_on_beside_a_new_one() {
    try (var old = bench.started(names);
        var views = bench.started(new Names("names", 2))) {
      reach(old, "names", 2_000);
      reach(views, "names", 2_000);
      bench.append(1);
      reach(old, "names", 2_001);
      reach(views, "names", 2_001);

      assertThat(old.schema("names")).isNotEqualTo(views.schema("names"));
      assertThat(rows(old, "names")).isEqualTo(2_001);
      assertThat(rows(views, "names")).isEqualTo(2_001);
    }
  }

  @Test
  void of_two_processes_one_follows_and_the_other_takes_over() {
    var first = bench.started(names);
    try (var second = bench.started(names)) {
      reach(first, "names", 2_000);
      reach(second, "names", 2_000);
      until(() -> phases(first, second).containsAll(Set.of(Phase.FOLLOWING, Phase.STANDING_BY)));

      bench.append(10);
      reach(first, "names", 2_010);
      reach(second, "names", 2_010);
      assertThat(rows(second, "names")).isEqualTo(2_010);

      first.close();
      bench.append(10);
      reach(second, "names", 2_020);
      until(() -> second.state("names").phase() == Phase.FOLLOWING);
      assertThat(rows(second, "names")).isEqualTo(2_020);
    } finally {
      first.close();
    }
  }

  @Test
  void a_lost_connection_is_no_stop() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
      TestPostgres.admin(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'annals-view-names'");
      bench.append(4);

      reach(views, "names", 2_004);
      assertThat(rows(views, "names")).isEqualTo(2_004);
    }
  }

  @Test
  void a_follower_can_be_led_by_hand() {
    try (var built = bench.started(names)) {
      reach(built, "names", 2_000);
    }
    bench.append(250);
    var desk = bench.desk();
    try (var follower = new Follower(names, desk, () -> {})) {
      assertThat(follower.step()).isEqualTo(Step.MORE);
      assertThat(desk.serving().waiting().reached("names")).isEqualTo(2_100);
      assertThat(follower.step()).isEqualTo(Step.MORE);
      assertThat(follower.step()).isEqualTo(Step.MORE);
      assertThat(desk.serving().waiting().reached("names")).isEqualTo(2_250);
      assertThat(follower.step()).isEqualTo(Step.LEVEL);

      names.failsAt(position -> position == 2_251);
      bench.append(1);
      assertThat(follower.step()).isEqualTo(Step.STOPPED);
      assertThat(follower.step()).isEqualTo(Step.STOPPED);
      names.failsAt(_ -> false);
      assertThat(follower.step()).isEqualTo(Step.MORE);
    }
  }

  @Test
  void the_law_holds_for_the_names() throws SQLException {
    SameRows.hold(names, RandomHistory.fresh(2, 3_000), 2);
  }

  private static List<Phase> phases(Views first, Views second) {
    return List.of(first.state("names").phase(), second.state("names").phase());
  }
}
