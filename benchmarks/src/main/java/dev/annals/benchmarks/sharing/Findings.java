package dev.annals.benchmarks.sharing;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.page.Chart;
import dev.annals.benchmarks.page.Chart.Bar;
import dev.annals.benchmarks.page.Chart.Group;
import dev.annals.benchmarks.page.Median;
import dev.annals.benchmarks.page.Picture;
import dev.annals.benchmarks.peer.AnnalsProcess;
import dev.annals.benchmarks.peer.Work;
import dev.annals.benchmarks.sharing.Sharing.Extent;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What sharing a log costs: medians over the rounds, and what the log says. */
record Findings(Extent extent, String database, List<Cell> cells, Aftermath aftermath) {

  String text() {
    return intro() + table() + "\n" + aftermath.words();
  }

  private String intro() {
    return say(
        """
        %d clients, %d rounds in turns, %d s each; medians. Both processes run all the time, each as `%s`; %s. On a machine whose cores one of them uses up, two are \
        not faster: what this shows is what sharing costs. Fences: batches that were decided again since the other process had written meanwhile. Conflicts: \
        appends whose condition did not hold.

        """,
        extent.clients(), extent.rounds(), extent.measured(), AnnalsProcess.JVM, database);
  }

  private String table() {
    return """
    | work | asked | a second | x one | p50 ms | p99 ms | x one | cores: services, PostgreSQL, load, others | fences a second | conflicts | failures |
    | --- | --- | --: | --: | --: | --: | --: | --- | --: | --: | --: |
    """
        + works().stream()
            .flatMap(work -> List.of(Arrangement.values()).stream().map(each -> row(work, each)))
            .collect(joining());
  }

  private List<Work> works() {
    return cells.stream().map(Cell::work).distinct().toList();
  }

  private String row(Work work, Arrangement arrangement) {
    return say(
        "| %s | %s | **%.0f** | %s | %.2f | %.2f | %s | %.2f %.2f %.2f %.2f | %.1f | %.0f | %d |%n",
        work.title(),
        arrangement.title(),
        median(work, arrangement, Findings::rate),
        ratio(work, arrangement, Findings::rate),
        median(work, arrangement, cell -> cell.outcome().latencies().p50()),
        median(work, arrangement, cell -> cell.outcome().latencies().p99()),
        ratio(work, arrangement, cell -> cell.outcome().latencies().p99()),
        median(work, arrangement, cell -> cell.usage().service()),
        median(work, arrangement, cell -> cell.usage().postgres()),
        median(work, arrangement, cell -> cell.usage().load()),
        median(work, arrangement, cell -> cell.usage().others()),
        median(work, arrangement, cell -> cell.rivalry().fences() / extent.measured()),
        of(work, arrangement).stream().mapToDouble(cell -> cell.rivalry().conflicts()).sum(),
        failures(work, arrangement));
  }

  private long failures(Work work, Arrangement arrangement) {
    return of(work, arrangement).stream().mapToLong(cell -> cell.outcome().failures()).sum();
  }

  private static double rate(Cell cell) {
    return cell.outcome().latencies().perSecond();
  }

  /** A cell with failures is no result, and has no ratio. */
  private String ratio(Work work, Arrangement arrangement, ToDoubleFunction<Cell> of) {
    double one = median(work, Arrangement.ONE, of);
    boolean failed = failures(work, arrangement) + failures(work, Arrangement.ONE) > 0;
    return failed || one == 0 ? "-" : say("%.2f", median(work, arrangement, of) / one);
  }

  private double median(Work work, Arrangement arrangement, ToDoubleFunction<Cell> of) {
    return Median.of(of(work, arrangement).stream().mapToDouble(of).toArray());
  }

  private List<Cell> of(Work work, Arrangement arrangement) {
    return cells.stream()
        .filter(cell -> cell.work() == work && cell.arrangement() == arrangement)
        .toList();
  }

  Map<String, Picture> pictures() {
    var groups = works().stream().map(work -> new Group(work.title(), bars(work))).toList();
    return Map.of("sharing-rates", new Chart("Answers a second", groups));
  }

  private List<Bar> bars(Work work) {
    return List.of(Arrangement.values()).stream().map(each -> bar(work, each)).toList();
  }

  private Bar bar(Work work, Arrangement arrangement) {
    double rate = median(work, arrangement, Findings::rate);
    return failures(work, arrangement) > 0
        ? new Bar(arrangement.title(), 0, "failed")
        : new Bar(arrangement.title(), rate, say("%.0f/s", rate));
  }
}
