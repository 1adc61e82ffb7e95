package dev.annals.benchmarks.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.sharing.Sharing.Extent;
import org.junit.jupiter.api.Test;

/** A benchmark that nobody runs rots; never asks how fast anything is. */
class SharingIT {
  @Test
  void two_processes_share_a_log_without_a_failure_and_without_a_trace() throws Exception {
    var findings = Sharing.of(new Extent(4, 1, 1, 1));

    assertThat(findings.cells()).hasSize(9);
    assertThat(findings.cells()).allSatisfy(cell -> assertThat(cell.outcome().failures()).isZero());
    assertThat(findings.aftermath().isSound()).as(findings.aftermath().words()).isTrue();
    assertThat(findings.text()).contains("x one");
  }
}
