package dev.annals.standalone.fault.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StepsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Steps clock = new Steps();

  @Test
  void whoever_asks_while_nothing_is_stepped_knows_the_time() {
    var asked = clock.mark();

    assertThat(clock.stoodStill(asked)).isTrue();
    assertThat(clock.since(asked).earliest()).isEqualTo(asked.at());
  }

  @Test
  void whoever_asks_during_a_step_is_answered_by_either_clock() {
    clock.to(HOUR);
    var asked = clock.mark();
    clock.to(HOUR);

    assertThat(clock.stoodStill(asked)).isFalse();
    assertThat(clock.since(asked).earliest()).isEqualTo(asked.at());
    assertThat(clock.since(asked).latest()).isAfterOrEqualTo(asked.at().plus(HOUR));
  }

  @Test
  void whoever_asks_after_a_step_is_answered_by_the_new_clock_alone() {
    clock.to(HOUR);
    clock.to(HOUR);
    var asked = clock.mark();

    assertThat(clock.stoodStill(asked)).isTrue();
    assertThat(clock.since(asked).earliest()).isEqualTo(asked.at().plus(HOUR));
  }

  @Test
  void every_clock_that_there_was_since_counts() {
    var asked = clock.mark();
    clock.to(HOUR);
    clock.to(HOUR);
    clock.to(HOUR.negated());
    clock.to(HOUR.negated());

    var moments = clock.since(asked);
    assertThat(moments.earliest()).isEqualTo(asked.at().minus(HOUR));
    assertThat(moments.latest()).isAfterOrEqualTo(asked.at().plus(HOUR));
    assertThat(moments.areWithin(asked.at().minus(MINUTE), asked.at().plus(MINUTE))).isFalse();
    assertThat(moments.areOutside(asked.at().minus(MINUTE), asked.at().plus(MINUTE))).isFalse();
  }
}
