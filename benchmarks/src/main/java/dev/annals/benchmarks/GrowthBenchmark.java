package dev.annals.benchmarks;

import dev.annals.benchmarks.growth.Growth;
import dev.annals.benchmarks.growth.Sizes;
import dev.annals.benchmarks.page.Page;

/** What a refresh costs as its session becomes longer, and as the log does; cold and warm. */
public final class GrowthBenchmark {
  private GrowthBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var page = new Page("growth", "As sessions and the log grow", GrowthBenchmark.class);
    Growth.run(page, Sizes.given());
    System.exit(0);
  }
}
