package dev.annals.benchmarks.jmh;

import dev.annals.catalogue.EventCodec;
import dev.annals.event.Circumstances;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same for what is stored beside every event: who, from where, through what. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecMetadataBenchmark {
  private final EventCodec codec = new EventCodec();
  private Circumstances circumstances = Samples.circumstances();
  private byte[] bytes = codec.encode(circumstances);

  @Benchmark
  public byte[] encode() {
    return codec.encode(circumstances);
  }

  @Benchmark
  public Circumstances decode() {
    return codec.circumstances(bytes);
  }
}
