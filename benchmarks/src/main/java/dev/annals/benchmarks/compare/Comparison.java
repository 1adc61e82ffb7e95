package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.peer.Options;
import java.io.IOException;

/** The command: measures, and tells. */
public final class Comparison {
  private Comparison() {}

  /** Prints the tables, and writes them down where that is wanted. */
  public static void run(Options options) throws IOException, InterruptedException {
    var results = SideBySide.run(options);
    var document = new Document(options, results);
    System.out.println(document.text());
    if (Options.isWriting()) {
      document.write();
    }
  }
}
