package dev.annals.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.Follower.Step;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.query.view.View;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pace PACE =
      new Pace(
          300,
          100,
          500,
          Duration.ofSeconds(1),
          Duration.ofMillis(20),
          Duration.ofMillis(20),
          Duration.ofMillis(100));

  private final QueryDatabase database = SameRows.database(TestPostgres.freshDatabase());
  private final MemoryLog log = SameRows.log(RandomHistory.fresh(1, 2_000));
  private final Names names = new Names("names", 1);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_view_is_built_when_there_is_none_and_follows_the_log_from_then_on() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
      assertThat(rows(views, "names")).isEqualTo(2_000);

      append(5);

      reach(views, "names", 2_005);
      assertThat(rows(views, "names")).isEqualTo(2_005);
      assertThat(views.state("names").phase()).isEqualTo(Phase.FOLLOWING);
    }
  }

  @Test
  void what_was_read_before_a_restart_is_not_read_again() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
    }
    names.failsAt(position -> position <= 2_000);
    append(3);

    try (var views = started(names)) {
      reach(views, "names", 2_003);
      assertThat(rows(views, "names")).isEqualTo(2_003);
      assertThat(views.schema("names")).isEqualTo("names_g1");
    }
  }

  @Test
  void a_view_cannot_be_asked_before_it_is_built() {
    try (var views = views(desk(), names)) {
      assertThatThrownBy(() -> views.ask(_ -> views.schema("names")))
          .isInstanceOf(ViewUnavailable.class);
      assertThat(views.areReady()).isFalse();
      assertThat(views.waiting().reached("names")).isEqualTo(-1);
    }
  }

  @Test
  void another_version_is_built_anew_and_the_old_one_goes_when_nobody_runs_it() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
    }

    try (var views = started(new Names("names", 2))) {
      reach(views, "names", 2_000);
      assertThat(views.schema("names")).isEqualTo("names_g2");
      until(() -> generations(views).equals(List.of(2)));
    }
  }

  @Test
  void an_old_version_goes_on_beside_a_new_one() {
    try (var old = started(names);
        var views = started(new Names("names", 2))) {
      reach(old, "names", 2_000);
      reach(views, "names", 2_000);
      append(1);
      reach(old, "names", 2_001);
      reach(views, "names", 2_001);

      assertThat(old.schema("names")).isNotEqualTo(views.schema("names"));
      assertThat(rows(old, "names")).isEqualTo(2_001);
      assertThat(rows(views, "names")).isEqualTo(2_001);
    }
  }

  @Test
  void an_event_that_cannot_be_applied_stops_its_view_alone() {
    var other = new Names("other", 1);
    try (var views = started(names, other)) {
      reach(views, "names", 2_000);
      reach(views, "other", 2_000);
      names.failsAt(position -> position == 2_007);
      append(10);

      reach(views, "other", 2_010);
      until(() -> views.state("names").phase() == Phase.STOPPED);

      assertThat(views.waiting().reached("names")).isEqualTo(2_006);
      assertThat(rows(views, "names")).isEqualTo(2_006);
      assertThat(views.state("names").error().orElseThrow())
          .contains("at position 2007", "IllegalArgumentException")
          .doesNotContain("secret");
      assertThat(views.state("other").phase()).isEqualTo(Phase.FOLLOWING);
    }
  }

  @Test
  void a_stopped_view_goes_on_by_itself_once_that_is_mended() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
      names.failsAt(position -> position == 2_002);
      append(5);
      until(() -> views.state("names").phase() == Phase.STOPPED);

      names.failsAt(_ -> false);

      reach(views, "names", 2_005);
      until(() -> views.state("names").error().isEmpty());
      assertThat(rows(views, "names")).isEqualTo(2_005);
    }
  }

  @Test
  void an_event_that_cannot_be_read_stops_a_view_and_is_named() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
      append(1);
      var unreadable = "{\"never\":\"shown\"}".getBytes(StandardCharsets.UTF_8);
      append(event("account.locked", unreadable));

      until(() -> views.state("names").phase() == Phase.STOPPED);

      assertThat(views.waiting().reached("names")).isEqualTo(2_001);
      assertThat(views.state("names").error().orElseThrow())
          .isEqualTo(
              "account.locked at position 2002: unreadable: payload of account.locked version 1");
    }
  }

  @Test
  void a_view_that_cannot_be_built_to_the_end_serves_as_far_as_it_comes() {
    names.failsAt(position -> position == 1_234);
    try (var views = started(names)) {
      until(() -> views.areReady() && views.state("names").phase() == Phase.STOPPED);

      assertThat(rows(views, "names")).isEqualTo(1_233);

      names.failsAt(_ -> false);
      reach(views, "names", 2_000);
      assertThat(rows(views, "names")).isEqualTo(2_000);
    }
  }

  @Test
  void a_rebuild_that_fails_leaves_everything_as_it_was() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
      names.failsAt(position -> position == 77);

      assertThat(command(views).run("names")).isFalse();

      assertThat(views.build("names").orElseThrow().error().orElseThrow()).contains("position 77");
      assertThat(views.schema("names")).isEqualTo("names_g1");
      append(1);
      reach(views, "names", 2_001);
      assertThat(generations(views)).containsExactly(1);
    }
  }

  @Test
  void a_rebuild_gets_a_stopped_view_going_at_once() {
    var patient = new Pace(300, 100, 500, PACE.poll(), PACE.standby(), PATIENCE, PATIENCE);
    var desk = new Desk(log, database, patient);
    try (var views = views(desk, names)) {
      views.start();
      reach(views, "names", 2_000);
      names.failsAt(position -> position == 2_001);
      append(2);
      until(() -> views.state("names").phase() == Phase.STOPPED);
      names.failsAt(_ -> false);

      assertThat(command(views).run("names")).isTrue();

      append(1);
      reach(views, "names", 2_003);
    }
  }

  @Test
  void readers_never_see_an_empty_or_half_view_while_it_is_switched() throws Exception {
    try (var views = started(names);
        var readers = Executors.newFixedThreadPool(3)) {
      reach(views, "names", 2_000);
      var over = new AtomicBoolean();
      var reading = new CountDownLatch(3);
      var answers =
          java.util.stream.Stream.generate(
                  () -> readers.submit(() -> readOnAndOn(views, over, reading)))
              .limit(3)
              .toList();
      reading.await();

      for (int round = 0; round < 4; round++) {
        append(20);
        assertThat(command(views).run("names")).isTrue();
      }
      over.set(true);

      for (var answer : answers) {
        assertThat(answer.get()).isPositive();
      }
      assertThat(views.schema("names")).isEqualTo("names_g5");
      append(1);
      reach(views, "names", 2_081);
    }
  }

  /** Fails if anything that was visible before is not any more. */
  private static int readOnAndOn(Views views, AtomicBoolean over, CountDownLatch reading) {
    long seen = 2_000;
    int times = 0;
    while (!over.get()) {
      long promised = views.waiting().reached("names");
      long rows = rows(views, "names");
      assertThat(rows).isGreaterThanOrEqualTo(Math.max(seen, promised));
      seen = rows;
      times++;
      reading.countDown();
    }
    return times;
  }

  @Test
  void of_two_processes_one_follows_and_the_other_takes_over() {
    var first = started(names);
    try (var second = started(names)) {
      reach(first, "names", 2_000);
      reach(second, "names", 2_000);
      until(() -> phases(first, second).containsAll(Set.of(Phase.FOLLOWING, Phase.STANDING_BY)));

      append(10);
      reach(first, "names", 2_010);
      reach(second, "names", 2_010);
      assertThat(rows(second, "names")).isEqualTo(2_010);

      first.close();
      append(10);
      reach(second, "names", 2_020);
      until(() -> second.state("names").phase() == Phase.FOLLOWING);
      assertThat(rows(second, "names")).isEqualTo(2_020);
    } finally {
      first.close();
    }
  }

  @Test
  void a_rebuild_asked_of_the_one_that_stands_by_is_seen_by_both() {
    try (var first = started(names);
        var second = started(names)) {
      reach(first, "names", 2_000);
      reach(second, "names", 2_000);

      until(() -> first.build("names").map(Progress::isOver).orElse(true));
      assertThat(command(second).run("names")).isTrue();
      append(3);

      for (var views : List.of(first, second)) {
        reach(views, "names", 2_003);
        assertThat(rows(views, "names")).isEqualTo(2_003);
        assertThat(views.schema("names")).isEqualTo("names_g2");
      }
    }
  }

  @Test
  void a_lost_connection_is_no_stop() {
    try (var views = started(names)) {
      reach(views, "names", 2_000);
      TestPostgres.admin(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'annals-view-names'");
      append(4);

      reach(views, "names", 2_004);
      assertThat(rows(views, "names")).isEqualTo(2_004);
    }
  }

  @Test
  void a_follower_can_be_led_by_hand() {
    try (var built = started(names)) {
      reach(built, "names", 2_000);
    }
    append(250);
    var desk = desk();
    try (var follower = new Follower(names, desk, () -> {})) {
      assertThat(follower.step()).isEqualTo(Step.MORE);
      assertThat(desk.serving().waiting().reached("names")).isEqualTo(2_100);
      assertThat(follower.step()).isEqualTo(Step.MORE);
      assertThat(follower.step()).isEqualTo(Step.MORE);
      assertThat(desk.serving().waiting().reached("names")).isEqualTo(2_250);
      assertThat(follower.step()).isEqualTo(Step.LEVEL);

      names.failsAt(position -> position == 2_251);
      append(1);
      assertThat(follower.step()).isEqualTo(Step.STOPPED);
      assertThat(follower.step()).isEqualTo(Step.STOPPED);
      names.failsAt(_ -> false);
      assertThat(follower.step()).isEqualTo(Step.MORE);
    }
  }

  @Test
  void lag_and_stops_are_metrics() {
    var registry = new SimpleMeterRegistry();
    try (var views = new Views(List.of(names), desk(), registry)) {
      views.start();
      reach(views, "names", 2_000);
      until(() -> registry.get("annals.view.lag.events").tag("view", "names").gauge().value() == 0);
      assertThat(registry.get("annals.view.position").gauge().value()).isEqualTo(2_000);
      assertThat(registry.get("annals.view.lag.seconds").gauge().value()).isZero();
      assertThat(registry.get("annals.view.stopped").gauge().value()).isZero();

      names.failsAt(position -> position == 2_001);
      append(event("request.answered", answered(0)), event("request.answered", answered(60)));

      until(() -> registry.get("annals.view.stopped").gauge().value() == 1);
      assertThat(registry.get("annals.view.lag.events").gauge().value()).isEqualTo(2);
      assertThat(registry.get("annals.view.lag.seconds").gauge().value()).isPositive();
    }
  }

  @Test
  void the_command_line_shows_how_far_a_rebuild_is() {
    try (var running = started(names);
        var views = views(desk(), names)) {
      reach(running, "names", 2_000);
      until(() -> running.build("names").map(Progress::isOver).orElse(true));
      var out = new ByteArrayOutputStream();
      var printed = new PrintStream(out, true, StandardCharsets.UTF_8);

      assertThat(new CommandLineRebuild(views, printed, false).run("names")).isTrue();
      assertThat(new CommandLineRebuild(views, printed, false).run("nonsense")).isFalse();
      // Although nothing happens that would make it look.
      until(() -> running.schema("names").equals("names_g2"));

      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("names  [########################################] 100 %")
          .contains("done")
          .contains("There is no view nonsense. There are: names");
    }
  }

  private static byte[] answered(int second) {
    return "{\"key\":\"k\",\"fingerprint\":\"f\",\"answer\":\"a\",\"at\":\"2030-01-01T00:00:%02dZ\"}"
        .formatted(second % 60)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static NewEvent event(String name, byte[] payload) {
    var metadata = "{\"actor\":\"system\"}".getBytes(StandardCharsets.UTF_8);
    var at = Instant.parse("2030-01-01T00:00:00Z");
    return new NewEvent(UUID.randomUUID(), at, name, "1", List.of(), metadata, payload);
  }

  private void append(int count) {
    RandomHistory.fresh(log.head(), count).forEach(this::append);
  }

  private void append(NewEvent... events) {
    for (var event : events) {
      log.append(Append.of(event)).join();
    }
  }

  private Desk desk() {
    return new Desk(log, database, PACE);
  }

  private Views started(View... all) {
    var views = views(desk(), all);
    views.start();
    return views;
  }

  private static Views views(Desk desk, View... all) {
    return new Views(List.of(all), desk, new SimpleMeterRegistry());
  }

  /** A build that has just switched is still tidying up; another one would only join it. */
  private static CommandLineRebuild command(Views views) {
    until(() -> views.build("names").map(Progress::isOver).orElse(true));
    return new CommandLineRebuild(
        views, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true);
  }

  private static List<Phase> phases(Views first, Views second) {
    return List.of(first.state("names").phase(), second.state("names").phase());
  }

  private static List<Integer> generations(Views views) {
    return views.ask(
        connection -> Registry.all(connection, "names").stream().map(Generation::number).toList());
  }

  private static long rows(Views views, String name) {
    return views.ask(connection -> {
      try (var statement = connection.createStatement();
          var result =
              statement.executeQuery("select count(*) from " + views.schema(name) + ".seen")) {
        result.next();
        return result.getLong(1);
      }
    });
  }

  private static void reach(Views views, String name, long position) {
    assertThat(views.waiting().await(Set.of(name), position, PATIENCE))
        .as(() -> views.states().toString())
        .isTrue();
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void the_law_holds_for_the_names() throws SQLException {
    SameRows.hold(names, RandomHistory.fresh(2, 3_000), 2);
  }
}
