package dev.annals.benchmarks.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.endurance.Sample.Memory;
import dev.annals.benchmarks.endurance.Sample.Size;
import dev.annals.benchmarks.load.Histogram;
import dev.annals.benchmarks.load.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  @Test
  void growth_is_told_in_percent_of_what_was() {
    assertThat(drift(100, 150)).contains("| resident memory, MiB | 100.00 | 150.00 | +50.0 % |");
  }

  @Test
  void growth_from_nothing_is_not_told_as_none() {
    assertThat(drift(0, 150))
        .contains("| resident memory, MiB | 0.00 | 150.00 | n/a |")
        .contains("resident memory by n/a (+150 MiB)");
  }

  private static String drift(double before, double after) {
    return new Drift(List.of(sample(1, before)), List.of(sample(2, after))).text();
  }

  private static Sample sample(double end, double resident) {
    var nothing = List.of(Histogram.EMPTY, Histogram.EMPTY, Histogram.EMPTY);
    var window = new Window(1, nothing, List.of(0L, 0L, 0L), List.of(1, 1, 1));
    return new Sample(end, window, new Memory(resident, 1, 1), new Size(1, 1));
  }
}
