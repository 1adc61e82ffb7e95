package dev.annals.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.BenchmarkDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A benchmark that nobody runs rots; never asks how fast anything is. */
class JmhIT {
  private static final Effort LEAST =
      new Effort(List.of(""), List.of("10"), 0, new Effort.Iterations(0, 1, 1));

  @Test
  void every_part_can_be_measured_and_told() throws Exception {
    var results = Jmh.run(LEAST, new BenchmarkDatabase());

    var parts = new Parts(results);

    assertThat(results)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive());
    assertThat(parts.table())
        .contains("| codec | decode | session.ended | 1 |")
        .contains("| decision | refresh | 64 tokens | 1 |")
        .contains("| decision fold | fold a session | 10 events | 1 |")
        .contains("| engine append | append together |  | 16 |")
        .contains("| token check | known check |  | 1 |");
    assertThat(parts.chart().words())
        .contains("codec: encode, codec metadata, decision: fold a refresh, ");
  }
}
