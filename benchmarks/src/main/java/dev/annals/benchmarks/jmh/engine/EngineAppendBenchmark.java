package dev.annals.benchmarks.jmh.engine;

import dev.annals.benchmarks.Recorded;
import dev.annals.benchmarks.jmh.Rehearsal;
import dev.annals.crypto.Randomness;
import dev.annals.event.Event;
import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.Condition;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * A durable append of what a refresh records, on the condition that nothing happened to its session
 * since the last one; from the call until it is on disk.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineAppendBenchmark {
  /** What one thread appends to. */
  @State(Scope.Thread)
  public static class OneSession {
    private final Randomness randomness = Randomness.secure(Clock.systemUTC());
    private final Rehearsal past = new Rehearsal(0, Duration.ZERO);
    private final String tag = "session:" + past.ref().session();
    private final Event issued = past.events().getLast();
    private long position;

    Appended append(EventLog log) {
      var event = Recorded.event(randomness, issued, List.of(tag));
      var condition = Condition.nothing(Criteria.tag(tag), position);
      var appended = log.append(new Append(List.of(event), condition)).join();
      position = appended.last();
      return appended;
    }
  }

  @Benchmark
  @Threads(1)
  public Appended append(OpenLog open, OneSession session) {
    return session.append(open.log());
  }

  @Benchmark
  @Threads(16)
  public Appended append_together(OpenLog open, OneSession session) {
    return session.append(open.log());
  }
}
