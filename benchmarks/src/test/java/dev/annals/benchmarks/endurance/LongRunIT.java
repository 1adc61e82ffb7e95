package dev.annals.benchmarks.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.peer.AnnalsCommands;
import org.junit.jupiter.api.Test;

/** A benchmark that nobody runs rots; never asks how fast anything is. */
class LongRunIT {
  @Test
  void the_mix_is_kept_and_nothing_fails() throws Exception {
    try (var annals = new AnnalsCommands()) {
      var story = LongRun.of(annals, 2, 5);

      var whole = Sample.sum(story.samples());
      assertThat(story.outcome().failures()).as(story.outcome().firstFailure()).isZero();
      assertThat(whole.of(Kind.SIGN_IN).answers()).isPositive();
      assertThat(whole.of(Kind.REFRESH).answers()).isGreaterThan(whole.of(Kind.SIGN_IN).answers());
      assertThat(whole.memory().resident()).isPositive();
      assertThat(whole.log().events()).isPositive();
      assertThat(story.text()).contains("resident memory");
    }
  }
}
