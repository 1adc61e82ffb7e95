package dev.annals.benchmarks.jmh.engine;

import dev.annals.benchmarks.Visitor;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.store.EventLog;
import java.time.Clock;
import java.time.Instant;

/** Signed in through everything but HTTP, hashing and signing; refreshes over and over. */
final class OneVisitor {
  private static final Randomness RANDOMNESS = Randomness.secure(Clock.systemUTC());
  private static final int STATES = 1_000;

  private final Visitor visitor = new Visitor(RANDOMNESS);
  private final Commands commands;

  OneVisitor(Commands commands) {
    this.commands = commands;
    var _ = accepted(visitor.register(Instant.now()));
    var _ = accepted(visitor.signIn(Instant.now()));
  }

  static AxonStreams streams(EventLog log) {
    return new AxonStreams(log, RANDOMNESS, STATES, Visitor.BINDINGS);
  }

  Outcome refresh() {
    return accepted(visitor.refresh(Instant.now()));
  }

  private Outcome accepted(Command<?, ?> command) {
    var outcome = commands.send(command, Circumstances.SYSTEM);
    if (outcome instanceof Decided decided && decided.decision() instanceof Accepted) {
      return outcome;
    }
    throw new IllegalStateException("a command of the benchmark was refused");
  }
}
