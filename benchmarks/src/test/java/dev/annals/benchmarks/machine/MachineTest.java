package dev.annals.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void of_the_system_only_major_and_minor_are_told() {
    assertThat(Machine.release("6.18.44-custom-build")).isEqualTo("6.18");
    assertThat(Machine.release("6.18-custom")).isEqualTo("6.18");
    assertThat(Machine.release("10.0")).isEqualTo("10.0");
  }
}
