package dev.annals.benchmarks.page;

import java.util.Arrays;

/** What is told of several rounds: whatever disturbed less than half of them does not move it. */
public final class Median {
  private Median() {}

  /** Of an even number, halfway between the middle two. */
  public static double of(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
