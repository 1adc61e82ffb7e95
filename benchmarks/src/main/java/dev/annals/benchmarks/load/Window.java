package dev.annals.benchmarks.load;

import java.util.List;

/**
 * How it went for a while, in the midst of a run.
 *
 * @param seconds how long that was
 * @param kinds latencies by question, in the order of the mix
 * @param failures by question as well
 * @param held how many things there are to ask each question about, at the end of it
 */
public record Window(
    double seconds, List<Histogram> kinds, List<Long> failures, List<Integer> held) {}
