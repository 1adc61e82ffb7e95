package dev.annals.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void half_are_below_and_half_above() {
    assertThat(Median.of(9, 1, 2)).isEqualTo(2);
    assertThat(Median.of(9, 1, 2, 4)).isEqualTo(3);
  }
}
