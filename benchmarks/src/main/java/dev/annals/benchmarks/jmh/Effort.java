package dev.annals.benchmarks.jmh;

import java.util.List;

/**
 * What is measured and for how long, as {@code -Dbenchmark.…}; short unless told otherwise.
 *
 * @param only how the names of classes begin
 * @param events how long the sessions are that are folded and sourced
 */
record Effort(List<String> only, List<String> events, int forks, Iterations iterations) {

  /** How many, and how long each is. */
  record Iterations(int warmUp, int measured, int millis) {}

  static Effort given() {
    return new Effort(
        list("only", ""),
        list("events", "10,1000,10000"),
        Integer.getInteger("benchmark.forks", 1),
        new Iterations(
            Integer.getInteger("benchmark.warmup", 3),
            Integer.getInteger("benchmark.iterations", 5),
            Integer.getInteger("benchmark.millis", 1_000)));
  }

  private static List<String> list(String name, String otherwise) {
    return List.of(System.getProperty("benchmark." + name, otherwise).split(",", -1));
  }

  /** In one line. */
  String words() {
    return "%d fork(s), %d + %d iterations of %d ms"
        .formatted(forks, iterations.warmUp(), iterations.measured(), iterations.millis());
  }
}
