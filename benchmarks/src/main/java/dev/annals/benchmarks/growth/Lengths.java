package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.growth.Asking.Batch;
import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.peer.AnnalsCommands;
import dev.annals.benchmarks.peer.AnnalsWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Refreshes of short sessions and of long ones. */
final class Lengths {
  static final int FEWEST_SESSIONS = 8;
  private static final int MOST_AGAIN = 200;
  private static final int ENOUGH = 16_000;
  private static final int OTHERS = 64;

  private record Aged(int length, int clients, Asked asked) {
    /** Few enough that the session stays as long as it is said to be. */
    int again() {
      return Math.clamp(length / 10, 1, MOST_AGAIN);
    }
  }

  private final AnnalsCommands annals;
  private final LoadProcess load;
  private final Sizes sizes;
  private final List<Aged> all = new ArrayList<>();

  Lengths(AnnalsCommands annals, LoadProcess load, Sizes sizes) {
    this.annals = annals;
    this.load = load;
    this.sizes = sizes;
  }

  /**
   * The longest come first: whatever the compiler still finds to improve is then to the advantage
   * of short sessions, and cannot hide that long ones cost more.
   */
  List<Measured> measure() throws IOException, InterruptedException {
    var others = prepare();
    annals.settle();
    var measured = new ArrayList<Measured>();
    try (var service = annals.start()) {
      var asking = new Asking(load, service);
      var _ = asking.warmUp(others, sizes.warmUp());
      for (var aged : all.reversed()) {
        var batch = new Batch(aged.asked(), aged.again());
        measured.add(asking.measure(Measured.REFRESH, aged.length(), aged.clients(), batch));
      }
    }
    return measured.reversed();
  }

  /** Returns other sessions, to warm up with. */
  private Asked prepare() throws IOException, InterruptedException {
    try (var service = annals.start()) {
      var work = new AnnalsWork(service);
      work.register();
      var asking = new Asking(load, service);
      for (int clients : sizes.clients()) {
        for (int length : sizes.lengths()) {
          System.err.printf("making sessions with %d refreshes for %d clients%n", length, clients);
          var asked = Asking.refreshed(asking, work, sessions(length, clients), length);
          all.add(new Aged(length, clients, asked));
        }
      }
      return Asking.refreshed(asking, work, Math.min(OTHERS, sizes.sessions()), 1);
    }
  }

  private int sessions(int length, int clients) {
    int fewest = Math.max(FEWEST_SESSIONS, clients);
    return Math.clamp(ENOUGH / Math.max(length, 1), fewest, sizes.sessions());
  }
}
