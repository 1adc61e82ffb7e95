package dev.annals.benchmarks.jmh;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.event.Event;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to turn an event into the bytes that are stored, and back into a record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  /** A small one, what every refresh writes, and the largest that is usual. */
  @Param({"session.ended", "session.tokens_issued", "session.foreign_tokens_issued"})
  public String event = "session.ended";

  private final EventCodec codec = new EventCodec();
  private Event fact = Samples.event(event);
  private String version = "";
  private byte[] bytes = {};

  @Setup
  public void write() {
    fact = Samples.event(event);
    version = Integer.toString(EventCatalogue.nameOf(fact.getClass()).version());
    bytes = codec.encode(fact);
    if (!Objects.equals(decode(), fact)) {
      throw new IllegalStateException(event + " does not read as it was written");
    }
  }

  @Benchmark
  public byte[] encode() {
    return codec.encode(fact);
  }

  @Benchmark
  public Event decode() {
    return codec.decode(event, version, bytes);
  }
}
