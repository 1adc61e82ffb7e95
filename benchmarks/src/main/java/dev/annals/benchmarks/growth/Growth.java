package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.page.Page;
import dev.annals.benchmarks.peer.AnnalsCommands;
import java.io.IOException;
import java.util.List;

/** The command: sessions that become longer, then a log that does; each on a log of its own. */
public final class Growth {
  private Growth() {}

  public static void run(Page page, Sizes sizes) throws IOException, InterruptedException {
    var report = of(sizes);
    page.tell(report.text(), report.pictures());
  }

  static Report of(Sizes sizes) throws IOException, InterruptedException {
    try (var load = new LoadProcess()) {
      var lengths = sizes.lengths().isEmpty() ? List.<Measured>of() : lengths(load, sizes);
      if (sizes.logs().isEmpty()) {
        return new Report(lengths, List.of(), List.of());
      }
      try (var annals = new AnnalsCommands()) {
        var logs = new Logs(annals, load, sizes);
        var measured = logs.measure();
        return new Report(lengths, measured, logs.starts());
      }
    }
  }

  private static List<Measured> lengths(LoadProcess load, Sizes sizes)
      throws IOException, InterruptedException {
    try (var annals = new AnnalsCommands()) {
      return new Lengths(annals, load, sizes).measure();
    }
  }
}
