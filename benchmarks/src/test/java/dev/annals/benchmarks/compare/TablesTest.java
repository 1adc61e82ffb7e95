package dev.annals.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.compare.Results.Cell;
import dev.annals.benchmarks.compare.Results.Place;
import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.peer.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private final Results results = new Results();

  @Test
  void a_ratio_is_one_of_medians() {
    measured("Annals", 0, 90, 100, 500);
    measured("Keycloak", 0, 10, 20, 30);

    assertThat(new Tables(results).text()).contains("| Annals | **100** | 90 to 500 | 5.00 |");
  }

  @Test
  void what_failed_has_no_ratio() {
    measured("Annals", 1, 100);
    measured("Keycloak", 0, 20);

    assertThat(new Tables(results).text()).contains("| Annals | **100** | 100 to 100 | - |");
  }

  private void measured(String contender, long failures, double... rates) {
    for (double rate : rates) {
      var outcome = new Outcome(new Latencies(1, rate, 1, 1, 1), failures, "", 0, List.of());
      results.add(new Place(Work.REFRESH, 8, contender), new Cell(outcome, new Usage(0, 0, 0, 0)));
    }
  }
}
