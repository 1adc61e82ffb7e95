package dev.annals.benchmarks.load;

import java.util.List;

/**
 * How a run went; latencies in milliseconds.
 *
 * @param failures answers that are none, and clients that had nothing left to ask about; warm-up
 *     included
 * @param firstFailure the beginning of one, or nothing
 * @param reconnects how often the server closed a connection
 * @param values that are good now, where each was good once
 */
public record Outcome(
    Latencies latencies, long failures, String firstFailure, long reconnects, List<String> values) {

  /** Of the answers within the measured time. */
  public record Latencies(long answers, double perSecond, double p50, double p99, double max) {}

  @Override
  public String toString() {
    return "%d failures, %s".formatted(failures, latencies);
  }
}
