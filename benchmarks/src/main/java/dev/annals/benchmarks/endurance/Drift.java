package dev.annals.benchmarks.endurance;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What has changed from an early part of a long run to its end; measured, never judged. */
record Drift(List<Sample> early, List<Sample> late) {

  /** One thing that should stay as it is. */
  private record Measure(String name, String unit, ToDoubleFunction<Sample> of) {}

  String text() {
    if (early.isEmpty() || late.isEmpty()) {
      return "Too short to say whether anything grows.\n";
    }
    var before = Sample.sum(early);
    var after = Sample.sum(late);
    return say(
            """
            | | %.0f to %.0f s | %.0f to %.0f s | growth |
            | --- | --: | --: | --: |
            """,
            begin(early), before.end(), begin(late), after.end())
        + measures().stream().map(each -> row(each, before, after)).collect(joining())
        + verdict(before, after);
  }

  private static double begin(List<Sample> some) {
    return some.getFirst().end() - some.getFirst().window().seconds();
  }

  private static List<Measure> measures() {
    var all = new ArrayList<Measure>();
    for (var kind : Kind.values()) {
      all.add(new Measure(kind.title() + " p50", "ms", each -> each.of(kind).p50()));
      all.add(new Measure(kind.title() + " p99", "ms", each -> each.of(kind).p99()));
      all.add(new Measure(kind.title() + " rate", "/s", each -> each.of(kind).perSecond()));
    }
    all.add(new Measure("resident memory", "MiB", each -> each.memory().resident()));
    all.add(new Measure("heap after a collection", "MiB", each -> each.memory().heap()));
    all.add(new Measure("PostgreSQL's memory", "MiB", each -> each.memory().postgres()));
    return all;
  }

  private static String row(Measure measure, Sample before, Sample after) {
    return say(
        "| %s, %s | %.2f | %.2f | %s |%n",
        measure.name(),
        measure.unit(),
        measure.of().applyAsDouble(before),
        measure.of().applyAsDouble(after),
        growth(measure.of(), before, after));
  }

  /** From nothing there is no growth that one could tell. */
  private static String growth(ToDoubleFunction<Sample> of, Sample before, Sample after) {
    double base = of.applyAsDouble(before);
    return base == 0 ? "n/a" : say("%+.1f %%", (of.applyAsDouble(after) / base - 1) * 100);
  }

  private String verdict(Sample before, Sample after) {
    return say(
        """

        From the first of these spans to the second the log grew by %d events (%.0f MiB). The p99 of a refresh changed by %s, of an introspection by %s, \
        of a sign-in by %s; resident memory by %s (%+.0f MiB), the heap after a collection by %s (%+.1f MiB). Failures in these spans: %d.
        """,
        after.log().events() - before.log().events(),
        after.log().mib() - before.log().mib(),
        growth(each -> each.of(Kind.REFRESH).p99(), before, after),
        growth(each -> each.of(Kind.INTROSPECTION).p99(), before, after),
        growth(each -> each.of(Kind.SIGN_IN).p99(), before, after),
        growth(each -> each.memory().resident(), before, after),
        after.memory().resident() - before.memory().resident(),
        growth(each -> each.memory().heap(), before, after),
        after.memory().heap() - before.memory().heap(),
        before.failures() + after.failures());
  }
}
