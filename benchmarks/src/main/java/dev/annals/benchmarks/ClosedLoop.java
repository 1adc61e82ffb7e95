package dev.annals.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** As many workers as shall wait at a time; each asks again as soon as it is answered. */
final class ClosedLoop {
  /** One request and its answer. */
  interface Request {
    void run(int worker, long number) throws Exception;
  }

  /** How it went, after the warm-up. */
  record Result(double perSecond, double median, double worstOfHundred) {
    @Override
    public String toString() {
      return "%8.0f /s   p50 %6.2f ms   p99 %6.2f ms".formatted(perSecond, median, worstOfHundred);
    }
  }

  private final long from;
  private final long to;

  private ClosedLoop(Duration warmUp, Duration measured) {
    this.from = System.nanoTime() + warmUp.toNanos();
    this.to = from + measured.toNanos();
  }

  static Result run(int workers, Duration warmUp, Duration measured, Request request)
      throws InterruptedException, ExecutionException {
    var loop = new ClosedLoop(warmUp, measured);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, workers)
              .mapToObj(worker -> threads.submit(() -> loop.work(worker, request)))
              .toList();
      var latencies = new long[workers][];
      for (int i = 0; i < workers; i++) {
        latencies[i] = all.get(i).get();
      }
      return result(List.of(latencies), measured);
    }
  }

  private long[] work(int worker, Request request) throws Exception {
    var latencies = new long[4_096];
    int count = 0;
    long before = System.nanoTime();
    for (long number = 0; before < to; number++) {
      request.run(worker, number);
      long after = System.nanoTime();
      if (before >= from && after < to) {
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, count * 2);
        }
        latencies[count++] = after - before;
      }
      before = after;
    }
    return Arrays.copyOf(latencies, count);
  }

  private static Result result(List<long[]> latencies, Duration measured) {
    var sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    if (sorted.length == 0) {
      return new Result(0, 0, 0);
    }
    return new Result(
        sorted.length / (measured.toMillis() / 1e3),
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
  }
}
