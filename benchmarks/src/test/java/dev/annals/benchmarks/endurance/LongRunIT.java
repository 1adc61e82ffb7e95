package dev.annals.benchmarks.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.peer.AnnalsCommands;
import dev.annals.benchmarks.peer.People;
import org.junit.jupiter.api.Test;

/** A benchmark that nobody runs rots; never asks how fast anything is. */
class LongRunIT {
  @Test
  void the_mix_and_the_number_of_sessions_are_kept_and_nothing_fails() throws Exception {
    try (var annals = new AnnalsCommands()) {
      var story = LongRun.of(annals, 2, 5);

      var whole = Sample.sum(story.samples());
      assertThat(story.outcome().failures()).as(story.outcome().firstFailure()).isZero();
      assertThat(whole.of(Kind.SIGN_IN).answers()).isPositive();
      assertThat(whole.of(Kind.REFRESH).answers()).isGreaterThan(whole.of(Kind.SIGN_IN).answers());
      assertThat(story.samples())
          .allSatisfy(each -> {
            assertThat(each.held(Kind.SIGN_IN)).isEqualTo(People.ACCOUNTS);
            assertThat(each.held(Kind.REFRESH)).isEqualTo(People.SESSIONS);
            assertThat(each.held(Kind.INTROSPECTION)).isEqualTo(People.SESSIONS);
          });
      assertThat(whole.memory().resident()).isPositive();
      assertThat(whole.log().events()).isPositive();
      assertThat(story.text()).contains("resident memory");
    }
  }
}
