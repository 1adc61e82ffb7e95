package dev.annals.benchmarks.jmh;

import dev.annals.event.Event;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to fold a session from its first event on, when no folded state is at hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionFoldBenchmark {
  private static final Duration APART = Duration.ofMinutes(4);

  @Param({"10", "1000", "10000"})
  public int events = 10;

  private Session nothing = new Rehearsal(0, APART).session();
  private List<Event> history = List.of();

  @Setup
  public void rehearse() {
    var past = new Rehearsal(events - 2, APART);
    nothing = Sessions.STREAM.initial().apply(past.ref());
    history = past.events();
  }

  @Benchmark
  public Session fold_a_session() {
    return Rehearsal.folded(Sessions.STREAM, nothing, history);
  }
}
