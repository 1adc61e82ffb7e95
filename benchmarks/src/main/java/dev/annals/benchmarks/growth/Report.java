package dev.annals.benchmarks.growth;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.growth.Logs.Started;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.page.Picture;
import dev.annals.benchmarks.page.Plot;
import dev.annals.benchmarks.page.Plot.Axis;
import dev.annals.benchmarks.page.Plot.Line;
import dev.annals.benchmarks.page.Plot.Point;
import dev.annals.benchmarks.peer.AnnalsProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Latencies by length and by size, as tables and as pictures. */
record Report(List<Measured> lengths, List<Measured> logs, List<Started> starts) {
  String text() {
    return intro()
        + byLength()
        + bySize(Measured.REFRESH)
        + bySize(Measured.INTROSPECTION)
        + started();
  }

  private static String intro() {
    return say(
        """
        Cold: the command side has been started anew and has answered other sessions until it was warm; this is the first that it hears of these, so it must \
        read what they and their accounts have behind them. PostgreSQL was not started anew. Warm: the same sessions again. Annals is its command side \
        with `%s`.

        """,
        AnnalsProcess.JVM);
  }

  private String byLength() {
    return lengths.isEmpty()
        ? ""
        : "### A refresh, by how many the session has behind it\n\n"
            + table("refreshes before", lengths)
            + verdict(lengths);
  }

  private String bySize(String what) {
    var some = logs.stream().filter(each -> each.what().equals(what)).toList();
    if (some.isEmpty()) {
      return "";
    }
    var length = what.equals(Measured.REFRESH) ? " of sessions with ten to thirty behind them" : "";
    return "\n### "
        + (what + length + ", by events in the log\n\n")
        + table("events", some)
        + verdict(some);
  }

  private static String table(String size, List<Measured> some) {
    return """
    | %s | clients | sessions | cold p50 ms | cold worst ms | warm p50 ms | warm p99 ms | warm answers a second |
    | --: | --: | --: | --: | --: | --: | --: | --: |
    """
            .formatted(size)
        + some.stream().map(Report::row).collect(joining());
  }

  private static String row(Measured each) {
    return say(
        "| %d | %d | %d | %.2f | %.2f | %.2f | %.2f | %.0f |%n",
        each.size(),
        each.clients(),
        each.sessions(),
        each.cold().p50(),
        each.cold().max(),
        each.warm().p50(),
        each.warm().p99(),
        each.warm().perSecond());
  }

  /** From the least to the most, for each number of clients. */
  private static String verdict(List<Measured> some) {
    return "\n"
        + some.stream()
            .map(Measured::clients)
            .distinct()
            .map(clients -> some.stream().filter(each -> each.clients() == clients).toList())
            .map(these -> ratio(these.getFirst(), these.getLast()))
            .collect(joining());
  }

  private static String ratio(Measured least, Measured most) {
    return say(
        "From %d to %d at %d clients, p50 is multiplied by %.2f when warm, and by %.2f when cold.%n",
        least.size(),
        most.size(),
        least.clients(),
        most.warm().p50() / least.warm().p50(),
        most.cold().p50() / least.cold().p50());
  }

  private String started() {
    return starts.isEmpty()
        ? ""
        : "\n| events | start to first answer, ms |\n| --: | --: |\n"
            + starts.stream()
                .map(each -> say("| %d | %.0f |%n", each.events(), each.millis()))
                .collect(joining());
  }

  Map<String, Picture> pictures() {
    var all = new LinkedHashMap<String, Picture>();
    if (!lengths.isEmpty()) {
      all.put(
          "growth-session",
          plot("Refresh, by the length of its session", "refreshes before", lengths));
    }
    if (!logs.isEmpty()) {
      all.put("growth-log", plot("Refresh and introspection, by the log", "events", logs));
    }
    return all;
  }

  private static Plot plot(String title, String size, List<Measured> some) {
    var marks = some.stream().map(each -> (double) each.size()).distinct().sorted().toList();
    var lines = new ArrayList<Line>();
    int fewest = some.stream().mapToInt(Measured::clients).min().orElse(1);
    for (var what : some.stream().map(Measured::what).distinct().toList()) {
      var these =
          some.stream()
              .filter(each -> each.clients() == fewest && each.what().equals(what))
              .toList();
      lines.add(line(what + ", cold", these, Measured::cold));
      lines.add(line(what + ", warm", these, Measured::warm));
    }
    var words = say("%s, p50 at %d clients", title, fewest);
    return new Plot(words, new Axis(size, marks, true), "ms", lines);
  }

  private static Line line(String name, List<Measured> some, Function<Measured, Latencies> of) {
    return new Line(
        name, some.stream().map(each -> new Point(each.size(), of.apply(each).p50())).toList());
  }
}
