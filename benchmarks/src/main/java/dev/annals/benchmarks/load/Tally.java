package dev.annals.benchmarks.load;

import dev.annals.benchmarks.load.Outcome.Latencies;
import java.util.Arrays;
import java.util.List;

/** Counts what comes back, and keeps every latency of the measured time. */
final class Tally {
  private final long from;
  private final long to;
  private long[] latencies = new long[65_536];
  private int answers;
  private long failures;
  private String firstFailure = "";
  private long reconnects;

  Tally(long from, long to) {
    this.from = from;
    this.to = to;
  }

  boolean isOver(long now) {
    return now - to >= 0;
  }

  boolean isMeasuring(long now) {
    return now - from >= 0;
  }

  void answered(long asked, long now) {
    if (!isMeasuring(asked) || isOver(now)) {
      return;
    }
    if (answers == latencies.length) {
      latencies = Arrays.copyOf(latencies, answers * 2);
    }
    latencies[answers++] = now - asked;
  }

  void failed(String how) {
    if (failures++ == 0) {
      firstFailure = how;
    }
  }

  void reconnected() {
    reconnects++;
  }

  Outcome outcome(List<String> values) {
    return new Outcome(latencies(), failures, firstFailure, reconnects, values);
  }

  private Latencies latencies() {
    var sorted = Arrays.copyOf(latencies, answers);
    Arrays.sort(sorted);
    return new Latencies(
        answers, answers * 1e9 / (to - from), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    int rank = (int) Math.ceil(sorted.length * share);
    return sorted.length == 0 ? 0 : sorted[Math.max(rank - 1, 0)] / 1e6;
  }
}
