package dev.annals.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.random.RandomHistory;
import dev.annals.query.view.View;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A log with a history, a database, and views that follow the one into the other. */
final class ViewBench implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Pace PACE =
      new Pace(
          300,
          100,
          500,
          Duration.ofSeconds(1),
          Duration.ofMillis(20),
          Duration.ofMillis(20),
          Duration.ofMillis(100));
  final QueryDatabase database = SameRows.database(TestPostgres.freshDatabase());
  final MemoryLog log = SameRows.log(RandomHistory.fresh(1, 2_000));

  void append(int count) {
    RandomHistory.fresh(log.head(), count).forEach(this::append);
  }

  void append(NewEvent... events) {
    for (var event : events) {
      log.append(Append.of(event)).join();
    }
  }

  Desk desk() {
    return new Desk(log, database, PACE);
  }

  Views started(View... all) {
    var views = views(desk(), all);
    views.start();
    return views;
  }

  static Views views(Desk desk, View... all) {
    return new Views(List.of(all), desk, new SimpleMeterRegistry());
  }

  /** A build that has just switched is still tidying up; another one would only join it. */
  static CommandLineRebuild command(Views views) {
    until(() -> views.build("names").map(Progress::isOver).orElse(true));
    return new CommandLineRebuild(
        views, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true);
  }

  static List<Integer> generations(Views views) {
    return views.ask(
        connection -> Registry.all(connection, "names").stream().map(Generation::number).toList());
  }

  static long rows(Views views, String name) {
    return views.ask(connection -> {
      try (var statement = connection.createStatement();
          var result =
              statement.executeQuery("select count(*) from " + views.schema(name) + ".seen")) {
        result.next();
        return result.getLong(1);
      }
    });
  }

  static void reach(Views views, String name, long position) {
    assertThat(views.waiting().await(Set.of(name), position, PATIENCE))
        .as(() -> views.states().toString())
        .isTrue();
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
