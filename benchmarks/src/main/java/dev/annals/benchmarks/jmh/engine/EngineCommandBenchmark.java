package dev.annals.benchmarks.jmh.engine;

import dev.annals.command.axon.AxonStreams;
import dev.annals.command.decision.Outcome;
import dev.annals.store.memory.MemoryLog;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * A refresh as a command: Axon's bus, sourcing what is new, the decision, the append and the answer
 * once it is durable. In memory it is what all of that costs but for the database.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineCommandBenchmark {
  /** Axon on the log in PostgreSQL. */
  @State(Scope.Benchmark)
  public static class Durable {
    private @Nullable AxonStreams streams;

    @Setup
    public void open(OpenLog open) {
      streams = OneVisitor.streams(open.log());
    }

    @TearDown
    public void close() {
      Objects.requireNonNull(streams).close();
    }
  }

  /** Who refreshes there, one for each thread. */
  @State(Scope.Thread)
  public static class DurableVisitor {
    private @Nullable OneVisitor visitor;

    @Setup
    public void signIn(Durable durable) {
      visitor = new OneVisitor(Objects.requireNonNull(durable.streams).commands());
    }
  }

  /** Axon on a log in memory, a new one for each iteration since it only grows. */
  @State(Scope.Thread)
  public static class InMemory {
    private @Nullable AxonStreams streams;
    private @Nullable OneVisitor visitor;

    @Setup(Level.Iteration)
    public void open() {
      streams = OneVisitor.streams(new MemoryLog());
      visitor = new OneVisitor(streams.commands());
    }

    @TearDown(Level.Iteration)
    public void close() {
      Objects.requireNonNull(streams).close();
    }
  }

  @Benchmark
  @Threads(1)
  public Outcome refresh(DurableVisitor here) {
    return Objects.requireNonNull(here.visitor).refresh();
  }

  @Benchmark
  @Threads(16)
  public Outcome refresh_together(DurableVisitor here) {
    return Objects.requireNonNull(here.visitor).refresh();
  }

  @Benchmark
  @Threads(1)
  public Outcome refresh_in_memory(InMemory here) {
    return Objects.requireNonNull(here.visitor).refresh();
  }
}
