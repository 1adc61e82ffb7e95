package dev.annals.benchmarks.jmh;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * One thing that JMH has measured, in our words.
 *
 * @param part the class, so that what belongs together is together
 * @param of which size or event, if there are several
 * @param bytes allocated by the whole process for one of it
 */
record Measured(
    String part,
    String what,
    String of,
    int threads,
    double time,
    double error,
    TimeUnit per,
    double bytes) {
  static Measured of(RunResult result) {
    var params = result.getParams();
    var name = params.getBenchmark();
    int dot = name.lastIndexOf('.');
    var type = name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
    return new Measured(
        type.replace("Benchmark", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT),
        name.substring(dot + 1).replace('_', ' '),
        sizes(params),
        params.getThreads(),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        params.getTimeUnit(),
        allocated(result));
  }

  /** Not a number when the JVM does not tell. */
  private static double allocated(RunResult result) {
    var told = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return told == null ? Double.NaN : told.getScore();
  }

  /** But not on which server. */
  private static String sizes(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .filter(key -> !key.equals("server"))
        .map(key -> key.equals("event") ? params.getParam(key) : params.getParam(key) + " " + key)
        .collect(joining(", "));
  }

  /** With what it can be compared. */
  String group() {
    return of.isEmpty() ? part : part + ": " + what;
  }

  String name() {
    return (of.isEmpty() ? what : of) + (threads > 1 ? ", " + threads + " threads" : "");
  }

  String unit() {
    return per == TimeUnit.NANOSECONDS ? "ns" : "µs";
  }

  double perSecond() {
    return threads * per.convert(1, TimeUnit.SECONDS) / time;
  }
}
