package dev.annals.benchmarks.endurance;

import dev.annals.benchmarks.endurance.Sample.Memory;
import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.load.Orders;
import dev.annals.benchmarks.load.Orders.When;
import dev.annals.benchmarks.load.Orders.Where;
import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.load.Window;
import dev.annals.benchmarks.load.mix.Mix;
import dev.annals.benchmarks.machine.Proc;
import dev.annals.benchmarks.page.Page;
import dev.annals.benchmarks.peer.AnnalsCommands;
import dev.annals.benchmarks.peer.AnnalsWork;
import dev.annals.benchmarks.peer.People;
import dev.annals.benchmarks.peer.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sign-ins, refreshes and introspections without a pause, of as many sessions all along, while the
 * log grows; samples are taken meanwhile.
 */
public final class LongRun {
  private static final int WINDOWS = 60;
  private static final long SHORTEST_MILLIS = 500;

  private final AnnalsCommands annals;
  private final int clients;
  private final long millis;
  private final List<Sample> samples = new ArrayList<>();

  private LongRun(AnnalsCommands annals, int clients, long millis) {
    this.annals = annals;
    this.clients = clients;
    this.millis = millis;
  }

  /** The whole of it, and tells. */
  public static void run(Page page, int clients, int seconds)
      throws IOException, InterruptedException {
    try (var annals = new AnnalsCommands()) {
      var told = new LongRun(annals, clients, seconds * 1_000L).told();
      page.tell(told.text(), told.pictures());
    }
  }

  static Story of(AnnalsCommands annals, int clients, int seconds)
      throws IOException, InterruptedException {
    return new LongRun(annals, clients, seconds * 1_000L).told();
  }

  private Story told() throws IOException, InterruptedException {
    var mix = prepared();
    var heap = new Heap();
    try (var service = annals.start(heap.option());
        var load = new LoadProcess()) {
      var when = new When(0, millis, Math.max(Math.ceilDiv(millis, WINDOWS), SHORTEST_MILLIS), 0);
      var where = new Where(List.of(service.port()), clients, false);
      System.err.printf("%d clients for %d s: %s%n", clients, millis / 1_000, mix);
      var outcome =
          load.run(new Orders(where, when, mix), () -> {}, window -> add(service, window, heap));
      return story(outcome);
    }
  }

  /** Everybody whom it is about; by the first start, which is a rehearsal for the other. */
  private Mix prepared() throws IOException, InterruptedException {
    try (var service = annals.start()) {
      var work = new AnnalsWork(service);
      work.register();
      var held = new ArrayList<Map<String, String>>();
      AnnalsWork.logins().forEach(login -> held.add(Map.of(AnnalsWork.LOGIN, login)));
      work.sessions(People.SESSIONS)
          .forEach(session ->
              held.add(
                  Map.of(
                      AnnalsWork.ACCESS, session.access(), AnnalsWork.REFRESH, session.refresh())));
      return new Mix(Kind.shares(work.key()), held);
    }
  }

  private void add(Service service, Window window, Heap heap) {
    double before = samples.isEmpty() ? 0 : samples.getLast().end();
    var sample =
        new Sample(before + window.seconds(), window, memory(service, heap), LogSize.of(annals));
    samples.add(sample);
    System.err.println(sample);
  }

  private Memory memory(Service service, Heap heap) {
    return new Memory(
        Proc.residentMemory(service.pid()),
        heap.least(service.pid()),
        LogSize.postgresMemory(annals));
  }

  private Story story(Outcome outcome) throws IOException {
    if (outcome.failures() > 0) {
      System.err.printf("%d failures, the first: %s%n", outcome.failures(), outcome.firstFailure());
    }
    return new Story(clients, annals.settings(), samples, outcome);
  }
}
