package dev.annals.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A benchmark that nobody runs rots; never asks how fast anything is. */
class GrowthIT {
  @Test
  void every_size_is_measured_cold_and_warm() throws Exception {
    var sizes = new Sizes(List.of(1, 20), List.of(1_000), List.of(2), 8, 1);

    var report = Growth.of(sizes);

    assertThat(report.lengths()).extracting(Measured::size).containsExactly(1L, 20L);
    assertThat(report.logs())
        .extracting(Measured::what)
        .containsExactly(Measured.REFRESH, Measured.INTROSPECTION);
    assertThat(report.lengths())
        .allSatisfy(each -> {
          assertThat(each.cold().answers()).isEqualTo(8);
          assertThat(each.warm().answers()).isPositive();
        });
    assertThat(report.text()).contains("when cold");
  }
}
