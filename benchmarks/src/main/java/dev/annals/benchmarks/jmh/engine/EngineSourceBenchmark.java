package dev.annals.benchmarks.jmh.engine;

import dev.annals.benchmarks.Recorded;
import dev.annals.benchmarks.jmh.Rehearsal;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.Randomness;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.store.Append;
import dev.annals.store.Condition;
import dev.annals.store.axon.EventLogStorageEngine;
import dev.annals.store.fold.LogHistories;
import dev.annals.store.fold.StateCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.conversion.PassThroughConverter;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to read a session from the database, since nothing of it is in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineSourceBenchmark {
  private static final Duration APART = Duration.ofMinutes(4);
  private static final int AT_ONCE = 1_000;

  @Param({"10", "1000", "10000"})
  public int events = 10;

  private final EventCodec codec = new EventCodec();
  private Ref session = new Rehearsal(0, APART).ref();

  @Setup
  public void append(OpenLog open) {
    var randomness = Randomness.secure(Clock.systemUTC());
    var past = new Rehearsal(events - 2, APART);
    session = past.ref();
    var tags = List.of("session:" + session.session());
    var stored =
        past.events().stream().map(event -> Recorded.event(randomness, event, tags)).toList();
    for (int from = 0; from < events; from += AT_ONCE) {
      var some = stored.subList(from, Math.min(events, from + AT_ONCE));
      var _ = open.log().append(new Append(some, Condition.NONE)).join();
    }
  }

  /** As Axon asks for it, to the last message; payloads stay bytes. */
  @Benchmark
  public int source(OpenLog open) {
    var engine = new EventLogStorageEngine(open.log(), PassThroughConverter.INSTANCE);
    var tag = Tag.of("session", session.session().toString());
    return engine
        .source(SourcingCondition.conditionFor(EventCriteria.havingTags(tag)), null)
        .reduce(0, (count, _) -> count + 1)
        .join();
  }

  /** As after a restart: read, decoded and folded. */
  @Benchmark
  public Session source_and_fold(OpenLog open) {
    var histories = new LogHistories(open.log(), new StateCache(1), codec);
    return histories.recently().current(Sessions.STREAM, session);
  }
}
