package dev.annals.benchmarks.sharing;

import dev.annals.benchmarks.load.Orders.Where;
import java.util.List;

/** Who answers whom. */
enum Arrangement {
  ONE("one process", 1, false),
  APART("two, each client keeps to one", 2, false),
  ACROSS("two, each session's next request goes to the other", 2, true);

  private final String title;
  private final int processes;
  private final boolean roaming;

  Arrangement(String title, int processes, boolean roaming) {
    this.title = title;
    this.processes = processes;
    this.roaming = roaming;
  }

  String title() {
    return title;
  }

  Where where(List<Integer> ports, int clients) {
    return new Where(ports.subList(0, processes), clients, roaming);
  }
}
