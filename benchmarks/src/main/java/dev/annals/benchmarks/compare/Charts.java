package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.compare.Results.Place;
import dev.annals.benchmarks.compare.Results.Start;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.page.Chart;
import dev.annals.benchmarks.page.Chart.Bar;
import dev.annals.benchmarks.page.Chart.Group;
import dev.annals.benchmarks.page.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Results as pictures, by the names of their files. */
final class Charts {
  private final Results results;

  Charts(Results results) {
    this.results = results;
  }

  Map<String, Picture> all() {
    var charts = new LinkedHashMap<String, Chart>();
    charts.put("rates", chart("Answers a second", Latencies::perSecond, "%.0f/s"));
    charts.put("latencies", chart("Latency, p99", Latencies::p99, "%.1f ms"));
    charts.put("starts", starts());
    charts.values().removeIf(chart -> chart.groups().isEmpty());
    return new LinkedHashMap<>(charts);
  }

  private Chart chart(String title, ToDoubleFunction<Latencies> of, String label) {
    var groups =
        results.places().stream()
            .map(place -> place.work().title() + ", " + place.clients() + " clients")
            .distinct()
            .map(name -> new Group(name, bars(name, of, label)))
            .toList();
    return new Chart(title, groups);
  }

  private List<Bar> bars(String group, ToDoubleFunction<Latencies> of, String label) {
    return results.places().stream()
        .filter(place -> group.equals(place.work().title() + ", " + place.clients() + " clients"))
        .map(place -> bar(place, results.median(place, of), label))
        .toList();
  }

  private Bar bar(Place place, double value, String label) {
    boolean failed = results.failures(place) > 0;
    return failed
        ? new Bar(place.contender(), 0, "failed")
        : new Bar(place.contender(), value, String.format(Locale.ROOT, label, value));
  }

  private Chart starts() {
    if (results.started().isEmpty()) {
      return new Chart("", List.of());
    }
    return new Chart(
        "Start and memory",
        List.of(
            new Group("start to first answer", started(Start::millis, "%.0f ms")),
            new Group("resident memory when idle", started(Start::resident, "%.0f MiB"))));
  }

  private List<Bar> started(ToDoubleFunction<Start> of, String label) {
    return results.started().stream()
        .map(name -> {
          double value = results.median(name, of);
          return new Bar(name, value, String.format(Locale.ROOT, label, value));
        })
        .toList();
  }
}
