package dev.annals.benchmarks.load;

import java.util.TreeMap;

/** A histogram in the making. */
final class Counts {
  private static final int STEPS = 5_000;

  private final long[] counts = new long[STEPS];
  private long longest;

  void add(long nanos) {
    counts[Math.min(Histogram.step(nanos), STEPS - 1)]++;
    longest = Math.max(longest, nanos);
  }

  Histogram histogram() {
    var some = new TreeMap<Integer, Long>();
    for (int step = 0; step < STEPS; step++) {
      if (counts[step] > 0) {
        some.put(step, counts[step]);
      }
    }
    return new Histogram(some, longest / 1e6);
  }
}
