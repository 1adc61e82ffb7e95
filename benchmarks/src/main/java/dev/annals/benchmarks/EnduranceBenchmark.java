package dev.annals.benchmarks;

import dev.annals.benchmarks.endurance.LongRun;
import dev.annals.benchmarks.page.Page;

/** A mixed load for ten minutes, and whether latency or memory grows meanwhile. */
public final class EnduranceBenchmark {
  private static final int SECONDS = Integer.getInteger("benchmark.seconds", 600);
  private static final int CLIENTS = Integer.getInteger("benchmark.clients", 16);

  private EnduranceBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var page = new Page("endurance", "A long mixed load", EnduranceBenchmark.class);
    LongRun.run(page, CLIENTS, SECONDS);
    System.exit(0);
  }
}
