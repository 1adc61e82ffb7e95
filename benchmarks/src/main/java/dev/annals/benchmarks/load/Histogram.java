package dev.annals.benchmarks.load;

import dev.annals.benchmarks.load.Outcome.Latencies;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Latencies to half a percent, which can be added up afterwards, as percentiles cannot.
 *
 * @param counts by step; each is half a percent longer than the one before
 * @param max the longest, in milliseconds
 */
public record Histogram(SortedMap<Integer, Long> counts, double max) {
  private static final double SHORTEST_NANOS = 1_000;
  private static final double WIDTH = Math.log(1.005);

  public static final Histogram EMPTY = new Histogram(new TreeMap<>(), 0);

  static int step(long nanos) {
    return nanos <= SHORTEST_NANOS ? 0 : (int) (Math.log(nanos / SHORTEST_NANOS) / WIDTH);
  }

  private static double millis(int step) {
    return SHORTEST_NANOS * Math.exp((step + 0.5) * WIDTH) / 1e6;
  }

  /** All of them as one. */
  public static Histogram sum(Collection<Histogram> all) {
    var counts = new TreeMap<Integer, Long>();
    all.forEach(each -> each.counts.forEach((step, count) -> counts.merge(step, count, Long::sum)));
    return new Histogram(counts, all.stream().mapToDouble(Histogram::max).max().orElse(0));
  }

  public Latencies over(double seconds) {
    long answers = counts.values().stream().mapToLong(each -> each).sum();
    return new Latencies(answers, answers / seconds, at(answers, 0.5), at(answers, 0.99), max);
  }

  private double at(long answers, double share) {
    long rank = Math.max((long) Math.ceil(answers * share), 1);
    for (var each : counts.entrySet()) {
      rank -= each.getValue();
      if (rank <= 0) {
        return Math.min(millis(each.getKey()), max);
      }
    }
    return 0;
  }
}
