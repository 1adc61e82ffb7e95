package dev.annals.benchmarks.load.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final int[] WEIGHTS = {1, 20, 100};

  @Test
  void every_cycle_has_the_mix_to_the_unit_wherever_it_begins() {
    for (double part : new double[] {0, 0.3, 0.99}) {
      var rotation = new Rotation(WEIGHTS, part);

      var cycle = IntStream.range(0, 121).map(_ -> rotation.next()).toArray();

      for (int i = 0; i < WEIGHTS.length; i++) {
        int which = i;
        assertThat(IntStream.of(cycle).filter(each -> each == which)).hasSize(WEIGHTS[i]);
      }
    }
  }

  @Test
  void what_is_rare_is_spread_evenly() {
    var rotation = new Rotation(new int[] {1, 3}, 0);

    var turns = IntStream.range(0, 8).map(_ -> rotation.next()).toArray();

    assertThat(turns).containsExactly(1, 0, 1, 1, 1, 0, 1, 1);
  }
}
