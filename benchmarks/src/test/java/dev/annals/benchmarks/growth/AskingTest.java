package dev.annals.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AskingTest {
  @Test
  void what_was_cut_short_is_no_result() {
    assertThatNoException().isThrownBy(() -> Asking.requireAll(80, 80));
    assertThatThrownBy(() -> Asking.requireAll(80, 79))
        .hasMessage("only 79 of 80 answers within 1800 s");
  }
}
