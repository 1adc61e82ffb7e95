package dev.annals.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final Percentage HALF = Percentage.withPercentage(0.5);
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Test
  void percentiles_are_right_to_half_a_percent() {
    var latencies = of(1, 1_000).over(2);

    assertThat(latencies.answers()).isEqualTo(1_000);
    assertThat(latencies.perSecond()).isEqualTo(500);
    assertThat(latencies.p50()).isCloseTo(500, HALF);
    assertThat(latencies.p99()).isCloseTo(990, HALF);
    assertThat(latencies.max()).isEqualTo(1_000);
  }

  @Test
  void a_sum_is_as_if_all_had_been_counted_together() {
    assertThat(Histogram.sum(List.of(of(1, 400), of(401, 1_000)))).isEqualTo(of(1, 1_000));
  }

  @Test
  void nothing_takes_no_time() {
    assertThat(Histogram.EMPTY.over(1).p99()).isZero();
  }

  private static Histogram of(long from, long to) {
    var counts = new Counts();
    LongStream.rangeClosed(from, to).forEach(millis -> counts.add(millis * NANOS_PER_MILLI));
    return counts.histogram();
  }
}
