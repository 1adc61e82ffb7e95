package dev.annals.query.upkeep;

import static dev.annals.query.upkeep.ViewBench.command;
import static dev.annals.query.upkeep.ViewBench.generations;
import static dev.annals.query.upkeep.ViewBench.reach;
import static dev.annals.query.upkeep.ViewBench.rows;
import static dev.annals.query.upkeep.ViewBench.until;
import static dev.annals.query.upkeep.ViewBench.views;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.upkeep.ViewState.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A view is built anew beside the one that is asked. */
class RebuildsIT {
  private final ViewBench bench = new ViewBench();
  private final Names names = new Names("names", 1);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_rebuild_that_fails_leaves_everything_as_it_was() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
      names.failsAt(position -> position == 77);

      assertThat(command(views).run("names")).isFalse();

      assertThat(views.build("names").orElseThrow().error().orElseThrow()).contains("position 77");
      assertThat(views.schema("names")).isEqualTo("names_g1");
      bench.append(1);
      reach(views, "names", 2_001);
      assertThat(generations(views)).containsExactly(1);
    }
  }

  @Test
  void a_rebuild_gets_a_stopped_view_going_at_once() {
    var patient =
        new Pace(
            300,
            100,
            500,
            ViewBench.PACE.poll(),
            ViewBench.PACE.standby(),
            ViewBench.PATIENCE,
            ViewBench.PATIENCE);
    var desk = new Desk(bench.log, bench.database, patient);
    try (var views = views(desk, names)) {
      views.start();
      reach(views, "names", 2_000);
      names.failsAt(position -> position == 2_001);
      bench.append(2);
      until(() -> views.state("names").phase() == Phase.STOPPED);
      names.failsAt(_ -> false);

      assertThat(command(views).run("names")).isTrue();

      bench.append(1);
      reach(views, "names", 2_003);
    }
  }

  @Test
  void readers_never_see_an_empty_or_half_view_while_it_is_switched() throws Exception {
    try (var views = bench.started(names);
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
        bench.append(20);
        assertThat(command(views).run("names")).isTrue();
      }
      over.set(true);

      for (var answer : answers) {
        assertThat(answer.get()).isPositive();
      }
      assertThat(views.schema("names")).isEqualTo("names_g5");
      bench.append(1);
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
  void a_rebuild_asked_of_the_one_that_stands_by_is_seen_by_both() {
    try (var first = bench.started(names);
        var second = bench.started(names)) {
      reach(first, "names", 2_000);
      reach(second, "names", 2_000);

      until(() -> first.build("names").map(Progress::isOver).orElse(true));
      assertThat(command(second).run("names")).isTrue();
      bench.append(3);

      for (var views : List.of(first, second)) {
        reach(views, "names", 2_003);
        assertThat(rows(views, "names")).isEqualTo(2_003);
        assertThat(views.schema("names")).isEqualTo("names_g2");
      }
    }
  }

  @Test
  void the_command_line_shows_how_far_a_rebuild_is() {
    try (var running = bench.started(names);
        var views = views(bench.desk(), names)) {
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
}
