package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.load.Orders;
import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.Orders.When;
import dev.annals.benchmarks.load.Orders.Where;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.peer.AnnalsWork;
import dev.annals.benchmarks.peer.People.SignedIn;
import dev.annals.benchmarks.peer.Service;
import java.io.IOException;
import java.util.List;

/** Questions about some sessions, each asked so many times and no more. */
final class Asking {
  private static final long LONGEST_MILLIS = 1_800_000;
  private static final int AT_ONCE = 8;

  private final LoadProcess load;
  private final Service service;

  Asking(LoadProcess load, Service service) {
    this.load = load;
    this.service = service;
  }

  /** How long it took, and what can be asked about afterwards. */
  record Answered(Latencies latencies, Asked next) {}

  Answered ask(Asked asked, int clients, int turns) throws IOException {
    var answered = ask(asked, clients, new When(0, LONGEST_MILLIS, 0, turns));
    requireAll((long) asked.values().size() * turns, answered.latencies().answers());
    return answered;
  }

  /** What was cut short would be shorter sessions than those that are told of. */
  static void requireAll(long asked, long answered) {
    if (answered < asked) {
      throw new IllegalStateException(
          "only %d of %d answers within %d s".formatted(answered, asked, LONGEST_MILLIS / 1_000));
    }
  }

  private Answered ask(Asked asked, int clients, When when) throws IOException {
    var where = new Where(List.of(service.port()), clients, false);
    var outcome = load.run(new Orders(where, when, asked.mix()), () -> {});
    if (outcome.failures() > 0) {
      throw new IllegalStateException("failed: " + outcome.firstFailure());
    }
    return new Answered(outcome.latencies(), new Asked(asked.question(), outcome.values()));
  }

  /** So that it is not the compiler that is measured. */
  Asked warmUp(Asked asked, int seconds) throws IOException {
    return ask(asked, AT_ONCE, new When(0, seconds * 1_000L, 0, 0)).next();
  }

  /** The first time, and again as often as is said. */
  Measured measure(String what, long size, int clients, Batch batch) throws IOException {
    var cold = ask(batch.asked(), clients, 1);
    var warm = ask(cold.next(), clients, batch.again());
    int sessions = batch.asked().values().size();
    var measured = new Measured(what, size, clients, sessions, cold.latencies(), warm.latencies());
    System.err.println(measured);
    return measured;
  }

  /** Sessions that nobody has asked about since the start. */
  record Batch(Asked asked, int again) {}

  /** New ones, with so many refreshes behind them, each of which was asked for like any other. */
  static Asked refreshed(Asking asking, AnnalsWork work, int sessions, int length)
      throws IOException, InterruptedException {
    var tokens = work.sessions(sessions).stream().map(SignedIn::refresh).toList();
    return asking.ask(new Asked(AnnalsWork.refresh(), tokens), AT_ONCE, length).next();
  }
}
