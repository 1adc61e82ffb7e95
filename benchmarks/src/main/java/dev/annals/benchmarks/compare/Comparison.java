package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.page.Page;
import dev.annals.benchmarks.peer.Options;
import java.io.IOException;

/** The command: measures, and tells. */
public final class Comparison {
  private Comparison() {}

  public static void run(Page page, Options options) throws IOException, InterruptedException {
    var results = SideBySide.run(options);
    page.tell(new Document(options, results).text(), new Charts(results).all());
  }
}
