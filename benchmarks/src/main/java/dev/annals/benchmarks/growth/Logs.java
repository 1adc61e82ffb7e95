package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.growth.Asking.Batch;
import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.peer.AnnalsCommands;
import dev.annals.benchmarks.peer.AnnalsWork;
import dev.annals.benchmarks.peer.People.SignedIn;
import dev.annals.benchmarks.peer.Service;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Refreshes and introspections on a short log and on long ones, of sessions that began early. */
final class Logs {
  private static final int MOST_SESSIONS = 50;
  private static final int LENGTH = 10;
  private static final int AGAIN = 20;
  private static final int AT_ONCE = 8;

  /** Refreshes of a session before anything is measured: few, or a short log would be none. */
  private static final int WARMING = 100;

  private final AnnalsCommands annals;
  private final LoadProcess load;
  private final Sizes sizes;
  private final Queue<Asked> refreshes = new ArrayDeque<>();
  private final Queue<Asked> introspections = new ArrayDeque<>();
  private final List<Measured> measured = new ArrayList<>();
  private final List<Started> starts = new ArrayList<>();

  /** How long a start took. */
  record Started(long events, double millis) {}

  Logs(AnnalsCommands annals, LoadProcess load, Sizes sizes) {
    this.annals = annals;
    this.load = load;
    this.sizes = sizes;
  }

  List<Started> starts() {
    return starts;
  }

  List<Measured> measure() throws IOException, InterruptedException {
    prepare();
    var others = refreshes.remove();
    var asked = introspections.remove();
    var history = new OtherPeople(annals);
    for (int size : sizes.logs()) {
      long events = history.fill(size);
      annals.settle();
      try (var service = annals.start()) {
        starts.add(new Started(events, service.startMillis()));
        System.err.printf("%d events; started in %.0f ms%n", events, service.startMillis());
        var asking = new Asking(load, service);
        others = asking.ask(others, AT_ONCE, WARMING).next();
        var _ = asking.warmUp(asked, sizes.warmUp());
        measure(asking, history.head());
      }
    }
    return measured;
  }

  private void measure(Asking asking, long events) throws IOException {
    for (int clients : sizes.clients()) {
      var refreshed = new Batch(refreshes.remove(), AGAIN);
      measured.add(asking.measure(Measured.REFRESH, events, clients, refreshed));
      var introspected = new Batch(introspections.remove(), AGAIN);
      measured.add(asking.measure(Measured.INTROSPECTION, events, clients, introspected));
    }
  }

  /** All sessions that are needed, and some to warm up with. */
  private void prepare() throws IOException, InterruptedException {
    try (var service = annals.start()) {
      var work = new AnnalsWork(service);
      work.register();
      var key = work.key();
      for (int i = 0; i < sizes.logs().size() * sizes.clients().size() + 1; i++) {
        prepare(service, work, key);
      }
    }
  }

  private void prepare(Service service, AnnalsWork work, String key)
      throws IOException, InterruptedException {
    int sessions = Math.min(Math.max(MOST_SESSIONS, sizes.mostClients()), sizes.sessions());
    refreshes.add(Asking.refreshed(new Asking(load, service), work, sessions, LENGTH));
    var tokens = work.sessions(sessions).stream().map(SignedIn::access).toList();
    introspections.add(new Asked(AnnalsWork.introspection(key), tokens));
  }
}
