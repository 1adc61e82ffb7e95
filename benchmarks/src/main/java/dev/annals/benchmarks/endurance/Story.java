package dev.annals.benchmarks.endurance;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.page.Picture;
import dev.annals.benchmarks.page.Plot;
import dev.annals.benchmarks.page.Plot.Axis;
import dev.annals.benchmarks.page.Plot.Line;
import dev.annals.benchmarks.page.Plot.Point;
import dev.annals.benchmarks.peer.AnnalsProcess;
import dev.annals.benchmarks.peer.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A long run in words, as a table of its tenths (minutes, if it took ten) and as pictures. */
record Story(int clients, String database, List<Sample> samples, Outcome outcome) {
  private static final int ROWS = 10;

  String text() {
    return intro() + table() + "\n" + new Drift(span(0.1, 0.3), span(0.8, 1)).text();
  }

  private String intro() {
    return say(
        """
        %d clients, each asking again when it is answered: for 1 sign-in 20 refreshes and 100 introspections, to the unit. What a sign-in begins is refreshed \
        and asked about from then on, in place of the client's oldest session, which nobody uses again and nobody signs out: %d sessions are in use all along, \
        while the log grows and holds ever more of them. A sign-in costs what Argon2id does (7168 KiB, 5 passes), which \
        bounds the rate of all three. Annals is its command side with `%s`; %s. Heap: the least that a collection of all of it left. PostgreSQL: shared pages counted once. Until they are full, bounded memories look like \
        growth: folded states (`annals.states-in-memory`), the last 65 536 events, the 20 000 access tokens that were checked last, PostgreSQL's shared buffers. Requests that failed or were not answered at the end: %d.

        """,
        clients, People.SESSIONS, AnnalsProcess.JVM, database, outcome.failures());
  }

  private String table() {
    return """
    | until s | answers a second | sign-in p50, p99 ms | refresh p50, p99 ms | introspection p50, p99 ms | RSS MiB | heap MiB | PostgreSQL MiB | events in the log | log MiB | failures |
    | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
    """
        + IntStream.range(0, ROWS)
            .mapToObj(row -> span(row / (double) ROWS, (row + 1) / (double) ROWS))
            .filter(span -> !span.isEmpty())
            .map(span -> row(Sample.sum(span)))
            .collect(joining());
  }

  /** Those samples that ended in a part of the whole time. */
  private List<Sample> span(double from, double to) {
    double whole = samples.isEmpty() ? 0 : samples.getLast().end();
    return samples.stream()
        .filter(each -> each.end() > from * whole + 1e-6 && each.end() <= to * whole + 1e-6)
        .toList();
  }

  private static String row(Sample sample) {
    return say(
        "| %.0f | %.0f | %s | %.0f | %.0f | %.0f | %d | %.0f | %d |%n",
        sample.end(),
        Stream.of(Kind.values()).mapToDouble(kind -> sample.of(kind).perSecond()).sum(),
        Stream.of(Kind.values())
            .map(kind -> say("%.2f, %.2f", sample.of(kind).p50(), sample.of(kind).p99()))
            .collect(joining(" | ")),
        sample.memory().resident(),
        sample.memory().heap(),
        sample.memory().postgres(),
        sample.log().events(),
        sample.log().mib(),
        sample.failures());
  }

  Map<String, Picture> pictures() {
    var latencies = new ArrayList<Line>();
    for (var kind : List.of(Kind.REFRESH, Kind.INTROSPECTION)) {
      latencies.add(line(kind.title() + " p50", each -> each.of(kind).p50()));
      latencies.add(line(kind.title() + " p99", each -> each.of(kind).p99()));
    }
    var memory =
        List.of(
            line("resident", each -> each.memory().resident()),
            line("heap after collection", each -> each.memory().heap()),
            line("PostgreSQL", each -> each.memory().postgres()));
    var all = new LinkedHashMap<String, Picture>();
    all.put("endurance-latencies", plot("Latency under a long mixed load", "ms", latencies));
    all.put("endurance-memory", plot("Memory under a long mixed load", "MiB", memory));
    return all;
  }

  private Line line(String name, ToDoubleFunction<Sample> of) {
    return new Line(
        name, samples.stream().map(each -> new Point(each.end(), of.applyAsDouble(each))).toList());
  }

  private Plot plot(String title, String unit, List<Line> lines) {
    double whole = samples.isEmpty() ? 1 : samples.getLast().end();
    var marks =
        IntStream.rangeClosed(0, ROWS / 2)
            .mapToObj(i -> (double) Math.round(whole * i * 2 / ROWS))
            .toList();
    return new Plot(title, new Axis("seconds", marks, false), unit, lines);
  }
}
