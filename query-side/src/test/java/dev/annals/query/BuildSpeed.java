package dev.annals.query;

import dev.annals.query.activity.ActivityView;
import dev.annals.query.audit.AuditView;
import dev.annals.query.upkeep.Progress;
import dev.annals.query.upkeep.SameRows;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.View;
import dev.annals.store.Append;
import dev.annals.store.Condition;
import dev.annals.store.LogReading;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Prints how many events a second views are built with, over a real log in PostgreSQL. */
public final class BuildSpeed {
  private static final long POSTMASTER = postmaster();

  private BuildSpeed() {}

  /** Takes the number of events. */
  public static void main(String[] arguments) {
    int events = Integer.parseInt(arguments[0]);
    var settings = TestPostgres.freshDatabase().asOwner();
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      var history = RandomHistory.events(1, events);
      for (int from = 0; from < events; from += 1_000) {
        var part = history.subList(from, Math.min(events, from + 1_000));
        var _ = log.append(new Append(part, Condition.NONE)).join();
      }
      TestPostgres.admin("checkpoint");
      report("replay alone", events, () -> log.replay(0, _ -> {}));
      for (int round = 0; round < 2; round++) {
        build(log, events, List.of(new AuditView()));
        build(log, events, List.of(new ActivityView()));
        build(log, events, List.of(new AuditView(), new ActivityView()));
      }
    }
    System.exit(0);
  }

  /** Builds these views at once, until all of them serve. */
  public static void build(LogReading log, long events, List<? extends View> all) {
    var database = SameRows.database(TestPostgres.freshDatabase());
    var names = new HashSet<String>();
    all.forEach(view -> names.add(view.name()));
    try (var views = new Views(all, log, database, new SimpleMeterRegistry())) {
      report(
          names.toString(),
          events,
          () -> {
            views.start();
            if (!views.waiting().await(names, events, Duration.ofMinutes(30))) {
              throw new IllegalStateException(views.states().toString());
            }
          });
      views
          .names()
          .forEach(name ->
              System.out.println("  " + views.build(name).map(Progress::toString).orElse("")));
    }
  }

  /** Wall clock, and processor time of this process and of the server, which others do not blur. */
  private static void report(String what, long events, Runnable work) {
    long start = System.nanoTime();
    double ours = ours();
    double servers = servers();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "OUT: %-24s %8.0f events/s (%.1f s)  CPU us/event: java %.1f postgres %.1f%n",
        what,
        events / seconds,
        seconds,
        (ours() - ours) * 1e6 / events,
        (servers() - servers) * 1e6 / events);
  }

  private static double ours() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Of the postmaster, its children, and those of them that have ended. */
  private static double servers() {
    long ticks = 0;
    for (var process : ProcessHandle.allProcesses().toList()) {
      var stat = stat(process.pid());
      if (process.pid() == POSTMASTER) {
        ticks += stat[11] + stat[12] + stat[13] + stat[14];
      } else if (stat[1] == POSTMASTER) {
        ticks += stat[11] + stat[12];
      }
    }
    return ticks / 100.0;
  }

  private static long postmaster() {
    try (var connection = TestPostgres.freshDatabase().ownerDataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return stat(row.getLong(1))[1];
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fields of /proc/pid/stat after the name, the state being number 0. */
  private static long[] stat(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Arrays.stream(fields)
          .mapToLong(f -> f.matches("-?[0-9]{1,18}") ? Long.parseLong(f) : 0)
          .toArray();
    } catch (IOException _) {
      return new long[20];
    }
  }
}
