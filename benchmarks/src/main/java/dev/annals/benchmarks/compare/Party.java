package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.compare.Results.Cell;
import dev.annals.benchmarks.compare.Results.Start;
import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.load.Orders;
import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.machine.Proc;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.peer.Contender;
import dev.annals.benchmarks.peer.Service;
import dev.annals.benchmarks.peer.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A service in the comparison, and what it will be asked next. */
final class Party implements AutoCloseable {
  private static final int LEAD_IN_MILLIS = 1_000;

  private final Contender contender;
  private final Map<Work, Asked> asked = new EnumMap<>(Work.class);
  private String settings = "";
  private @Nullable Service running;

  Party(Contender contender) {
    this.contender = contender;
  }

  String name() {
    return contender.name();
  }

  String settings() {
    return settings;
  }

  /** Starts it for the first time, when it makes its tables, and makes what is asked about. */
  void prepare() throws IOException, InterruptedException {
    try (var service = contender.start()) {
      asked.putAll(contender.prepare(service));
      settings = contender.settings();
    }
    contender.settle();
  }

  Start start(Duration idle) throws IOException, InterruptedException {
    try (var service = contender.start()) {
      Thread.sleep(idle);
      return new Start(
          service.startMillis(),
          Proc.residentMemory(service.pid()),
          contender.postmaster().memory());
    }
  }

  void open() throws IOException, InterruptedException {
    running = contender.start();
  }

  /** The load on it for a while; with a lead-in, since connections are new. */
  Cell turn(Work work, int clients, Duration measured, LoadProcess load) throws IOException {
    var service = Objects.requireNonNull(running);
    var postmaster = contender.postmaster();
    var questions = Objects.requireNonNull(asked.get(work));
    var orders =
        new Orders(service.port(), clients, LEAD_IN_MILLIS, measured.toMillis(), questions);
    var services = List.of(service.pid());
    var before = new AtomicReference<>(Usage.Reading.of(services, postmaster, load.pid()));
    var outcome =
        load.run(orders, () -> before.set(Usage.Reading.of(services, postmaster, load.pid())));
    var usage = Usage.Reading.of(services, postmaster, load.pid()).since(before.get());
    keep(work, questions, outcome);
    contender.settle();
    return new Cell(outcome, usage);
  }

  private void keep(Work work, Asked before, Outcome outcome) {
    asked.put(work, new Asked(before.question(), outcome.values()));
    if (outcome.failures() > 0) {
      System.err.printf("%d failures, the first: %s%n", outcome.failures(), outcome.firstFailure());
    }
  }

  @Override
  public void close() throws IOException {
    if (running != null) {
      running.close();
    }
    contender.close();
  }
}
