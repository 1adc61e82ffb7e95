package dev.annals.benchmarks;

import dev.annals.command.axon.AxonStreams;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;

/**
 * Commands a second through everything but HTTP, hashing and signing: bus, sourcing, decision,
 * durable append, acknowledgement. Each worker signs in and refreshes nine times, over and over.
 */
public final class CommandPathBenchmark {
  private static final int COMMANDS_PER_SESSION = 10;
  private final Commands commands;
  private final Randomness randomness;

  private CommandPathBenchmark(Commands commands, Randomness randomness) {
    this.commands = commands;
    this.randomness = randomness;
  }

  public static void main(String[] arguments) throws Exception {
    var server = new BenchmarkDatabase();
    System.out.println("PostgreSQL " + server.version());
    for (int waiting : EngineBenchmark.WAITING) {
      var database = server.fresh();
      var settings = BenchmarkDatabase.settings(database);
      var randomness = Randomness.secure(Clock.systemUTC());
      try (var log = PostgresLog.open(settings, new SimpleMeterRegistry());
          var streams = new AxonStreams(log, randomness, 1_000_000, Visitor.BINDINGS)) {
        var benchmark = new CommandPathBenchmark(streams.commands(), randomness);
        System.out.printf(
            "%-20s %4d waiting %s%n", "command path", waiting, benchmark.run(waiting));
      }
      server.drop(database);
    }
    System.exit(0);
  }

  private ClosedLoop.Result run(int waiting) throws Exception {
    var workers = new Worker[waiting];
    for (int i = 0; i < waiting; i++) {
      workers[i] = new Worker();
    }
    return ClosedLoop.run(
        waiting,
        EngineBenchmark.WARM_UP,
        EngineBenchmark.MEASURED,
        (worker, number) -> workers[worker].next(number));
  }

  private void send(Command<?, ?> command) {
    if (!(commands.send(command, Circumstances.SYSTEM) instanceof Decided decided)
        || !(decided.decision() instanceof Accepted)) {
      throw new IllegalStateException("a command of the benchmark was refused");
    }
  }

  /** One account, and the session it is in. */
  private final class Worker {
    private final Visitor visitor = new Visitor(randomness);

    Worker() {
      send(visitor.register(Instant.now()));
    }

    void next(long number) {
      var now = Instant.now();
      send(number % COMMANDS_PER_SESSION == 0 ? visitor.signIn(now) : visitor.refresh(now));
    }
  }
}
