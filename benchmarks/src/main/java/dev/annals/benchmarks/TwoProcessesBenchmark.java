package dev.annals.benchmarks;

import dev.annals.benchmarks.page.Page;
import dev.annals.benchmarks.sharing.Sharing;
import dev.annals.benchmarks.sharing.Sharing.Extent;

/** Two command sides on one database, against one: what it costs, and that nothing is lost. */
public final class TwoProcessesBenchmark {
  private TwoProcessesBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var page = new Page("two processes", "Two processes on one log", TwoProcessesBenchmark.class);
    Sharing.run(page, Extent.given());
    System.exit(0);
  }
}
