package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.load.Outcome.Latencies;

/**
 * What a question took at one size.
 *
 * @param what the question
 * @param size refreshes behind a session, or events in the log
 * @param sessions how many were asked about
 * @param cold each for the first time since the command side has started
 * @param warm each again
 */
record Measured(String what, long size, int clients, int sessions, Latencies cold, Latencies warm) {
  static final String REFRESH = "refresh";
  static final String INTROSPECTION = "introspection";
}
