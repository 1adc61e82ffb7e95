package dev.annals.benchmarks.endurance;

import dev.annals.benchmarks.load.Histogram;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.load.Window;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How it went for a while, and what had become of everything at the end of that.
 *
 * @param end in seconds since the beginning
 */
record Sample(double end, Window window, Memory memory, Size log) {

  /** In MiB: resident, the heap after a collection, and PostgreSQL. */
  record Memory(double resident, double heap, double postgres) {}

  /** How many events, and MiB of tables and indexes. */
  record Size(long events, double mib) {}

  Latencies of(Kind kind) {
    return window.kinds().get(kind.number()).over(window.seconds());
  }

  /** How many there are to ask one kind of question about. */
  int held(Kind kind) {
    return window.held().get(kind.number());
  }

  long failures() {
    return window.failures().stream().mapToLong(each -> each).sum();
  }

  /** Several as one; memory is the mean, and the log as it was at the end. */
  static Sample sum(List<Sample> some) {
    var last = some.getLast();
    double seconds = some.stream().mapToDouble(each -> each.window.seconds()).sum();
    var kinds =
        Stream.of(Kind.values())
            .map(kind ->
                Histogram.sum(
                    some.stream().map(each -> each.window.kinds().get(kind.number())).toList()))
            .toList();
    var failures =
        Stream.of(Kind.values())
            .map(kind ->
                some.stream().mapToLong(each -> each.window.failures().get(kind.number())).sum())
            .toList();
    return new Sample(
        last.end, new Window(seconds, kinds, failures, last.window.held()), mean(some), last.log);
  }

  private static Memory mean(List<Sample> some) {
    return new Memory(
        some.stream().mapToDouble(each -> each.memory.resident).average().orElse(0),
        some.stream().mapToDouble(each -> each.memory.heap).average().orElse(0),
        some.stream().mapToDouble(each -> each.memory.postgres).average().orElse(0));
  }

  /** For whoever waits. */
  @Override
  public String toString() {
    var text = new StringBuilder(String.format(Locale.ROOT, "%5.0f s", end));
    for (var kind : Kind.values()) {
      var it = of(kind);
      text.append(
          String.format(
              Locale.ROOT,
              ", %s %.0f/s %.2f %.2f ms",
              kind.title(),
              it.perSecond(),
              it.p50(),
              it.p99()));
    }
    return text
        + String.format(
            Locale.ROOT,
            ", RSS %.0f, heap %.0f, PostgreSQL %.0f MiB, %d events in %.0f MiB, %d sessions in use, %d failures",
            memory.resident,
            memory.heap,
            memory.postgres,
            log.events,
            log.mib,
            held(Kind.REFRESH),
            failures());
  }
}
