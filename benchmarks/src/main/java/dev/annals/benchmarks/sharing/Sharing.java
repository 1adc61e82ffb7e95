package dev.annals.benchmarks.sharing;

import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.load.Orders;
import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.Orders.When;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.machine.Usage.Reading;
import dev.annals.benchmarks.page.Page;
import dev.annals.benchmarks.peer.AnnalsCommands;
import dev.annals.benchmarks.peer.Service;
import dev.annals.benchmarks.peer.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Both processes run all the time, so that they are equally warm and the log is as long for all;
 * who is asked changes in turns.
 */
public final class Sharing {
  private static final int LEAD_IN_MILLIS = 1_000;
  private static final List<Work> WORKS = List.of(Work.REFRESH, Work.INTROSPECTION, Work.SIGN_IN);

  /** How many ask, and for how many seconds. */
  public record Extent(int clients, int rounds, int warmUp, int measured) {
    public static Extent given() {
      return new Extent(
          Integer.getInteger("benchmark.clients", 16),
          Integer.getInteger("benchmark.rounds", 3),
          Integer.getInteger("benchmark.warmup", 20),
          Integer.getInteger("benchmark.measured", 10));
    }
  }

  private final AnnalsCommands annals;
  private final LoadProcess load;
  private final Extent extent;
  private final Map<Work, Asked> asked = new EnumMap<>(Work.class);
  private final List<Cell> cells = new ArrayList<>();

  private Sharing(AnnalsCommands annals, LoadProcess load, Extent extent) {
    this.annals = annals;
    this.load = load;
    this.extent = extent;
  }

  public static void run(Page page, Extent extent) throws IOException, InterruptedException {
    var findings = of(extent);
    page.tell(findings.text(), findings.pictures());
  }

  static Findings of(Extent extent) throws IOException, InterruptedException {
    try (var annals = new AnnalsCommands();
        var load = new LoadProcess()) {
      return new Sharing(annals, load, extent).findings();
    }
  }

  private Findings findings() throws IOException, InterruptedException {
    try (var service = annals.start()) {
      asked.putAll(annals.prepare(service));
    }
    try (var one = annals.start();
        var other = annals.start()) {
      var services = List.of(one, other);
      measure(services);
      return new Findings(extent, annals.settings(), cells, Aftermath.of(annals));
    }
  }

  private void measure(List<Service> services) throws IOException {
    for (var work : WORKS) {
      System.err.printf("warming up both for %s%n", work.title());
      var _ = turn(services, work, Arrangement.ACROSS, extent.warmUp());
    }
    for (int round = 1; round <= extent.rounds(); round++) {
      for (var work : WORKS) {
        for (var arrangement : Arrangement.values()) {
          var cell = turn(services, work, arrangement, extent.measured());
          cells.add(cell);
          System.err.printf("round %d: %s%n", round, cell);
        }
      }
    }
  }

  private Cell turn(List<Service> services, Work work, Arrangement arrangement, int seconds)
      throws IOException {
    annals.settle();
    var question = Objects.requireNonNull(asked.get(work));
    var where = arrangement.where(services.stream().map(Service::port).toList(), extent.clients());
    var orders =
        new Orders(where, new When(LEAD_IN_MILLIS, seconds * 1_000L, 0, 0), question.mix());
    var rivals = new AtomicReference<>(rivalry(services));
    var before = new AtomicReference<>(reading(services));
    var outcome =
        load.run(
            orders,
            () -> {
              rivals.set(rivalry(services));
              before.set(reading(services));
            });
    var usage = reading(services).since(before.get());
    asked.put(work, new Asked(question.question(), outcome.values()));
    if (outcome.failures() > 0) {
      System.err.printf("%d failures, the first: %s%n", outcome.failures(), outcome.firstFailure());
    }
    return new Cell(work, arrangement, outcome, usage, rivalry(services).since(rivals.get()));
  }

  private static Rivalry rivalry(List<Service> services) {
    try {
      return Rivalry.of(services);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading reading(List<Service> services) {
    try {
      var pids = services.stream().map(Service::pid).toList();
      return Usage.Reading.of(pids, annals.postmaster(), load.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
