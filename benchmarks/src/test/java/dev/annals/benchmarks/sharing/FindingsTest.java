package dev.annals.benchmarks.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.peer.Work;
import dev.annals.benchmarks.sharing.Sharing.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  @Test
  void a_ratio_is_one_to_one_process() {
    assertThat(findings(0).text())
        .contains("| two, each client keeps to one | **50** | 0.50 | 1.00 | 4.00 | 2.00 |");
  }

  @Test
  void what_failed_has_no_ratio_and_no_bar() {
    assertThat(findings(1).text())
        .contains("| one process | **100** | 1.00 |")
        .contains("| two, each client keeps to one | **50** | - | 1.00 | 4.00 | - |");
    assertThat(findings(1).pictures().values())
        .allSatisfy(picture -> assertThat(picture.svg()).contains("failed"));
  }

  private static Findings findings(long failures) {
    var cells =
        List.of(
            cell(Arrangement.ONE, 0, new Latencies(1, 100, 1, 2, 2)),
            cell(Arrangement.APART, failures, new Latencies(1, 50, 1, 4, 4)),
            cell(Arrangement.ACROSS, 0, new Latencies(1, 50, 1, 4, 4)));
    return new Findings(new Extent(1, 1, 1, 1), "", cells, new Aftermath(1, 0, 1, 1, 0, 0));
  }

  private static Cell cell(Arrangement arrangement, long failures, Latencies latencies) {
    var outcome = new Outcome(latencies, failures, "", 0, List.of());
    return new Cell(Work.REFRESH, arrangement, outcome, new Usage(0, 0, 0, 0), new Rivalry(0, 0));
  }
}
