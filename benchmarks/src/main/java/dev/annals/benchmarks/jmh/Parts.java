package dev.annals.benchmarks.jmh;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.annals.benchmarks.page.Chart;
import dev.annals.benchmarks.page.Chart.Bar;
import dev.annals.benchmarks.page.Chart.Group;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** What came out, by parts: as a table and as a picture. */
final class Parts {
  private static final String HEAD =
      """
      | part | what | of | threads | time | ± | unit | a second | bytes allocated |
      | --- | --- | --- | --: | --: | --: | --- | --: | --: |
      """;

  private final List<Measured> all;

  Parts(Collection<RunResult> results) {
    all = results.stream().sorted(RunResult.DEFAULT_SORT_COMPARATOR).map(Measured::of).toList();
  }

  String table() {
    return all.stream().map(Parts::row).collect(joining("", HEAD, ""));
  }

  private static String row(Measured one) {
    return say(
        "| %s | %s | %s | %d | **%s** | %s | %s | %s | %s |%n",
        one.part(),
        one.what(),
        one.of(),
        one.threads(),
        digits(one.time()),
        digits(one.error()),
        one.unit(),
        digits(one.perSecond()),
        digits(one.bytes()));
  }

  /** Each group to a scale of its own. */
  Chart chart() {
    var groups =
        all.stream()
            .collect(groupingBy(Measured::group, LinkedHashMap::new, toList()))
            .entrySet()
            .stream()
            .map(
                part -> new Group(part.getKey(), part.getValue().stream().map(Parts::bar).toList()))
            .toList();
    return new Chart("What the parts cost", groups);
  }

  private static Bar bar(Measured one) {
    return new Bar(one.name(), one.time(), digits(one.time()) + " " + one.unit());
  }

  /** Three that count. */
  private static String digits(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (value >= 100) {
      return say("%,.0f", value).replace(',', ' ');
    }
    return value >= 10 ? say("%.1f", value) : say("%.2f", value);
  }
}
