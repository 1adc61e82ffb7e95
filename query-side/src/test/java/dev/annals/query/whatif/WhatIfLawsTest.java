package dev.annals.query.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.credential.WaitPolicy;
import dev.annals.query.whatif.Affected.Fate;
import dev.annals.query.whatif.Crowd.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any history: the truth is what people who do the same meet under the policy. */
class WhatIfLawsTest {
  private static final int STEPS = 4_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void under_the_policy_that_was_in_force_nothing_changes(long seed) {
    var random = new Random(seed);
    var policy = policy(random);
    var crowd = Crowd.live(Crowd.steps(random, STEPS, 12), policy);

    for (long from : List.of(1L, random.nextLong(2, crowd.past().head()))) {
      var page = new Page(0, STEPS);
      var found = new WhatIf(policy, from, page);
      crowd.past().events().forEach(found::add);

      assertThat(page.rows()).isEmpty();
      assertThat(found.counts().refusedOtherwise()).isZero();
      assertThat(found.counts().wrongPasswordsNotLookedAt()).isZero();
      assertThat(found.counts().refusedWaiting()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void what_is_certain_is_true_and_what_is_not_told_did_not_change(long seed) {
    var random = new Random(seed);
    var steps = Crowd.steps(random, STEPS, 12);
    var history = Crowd.live(steps, policy(random));
    var other = policy(random);
    var truth = Crowd.live(steps, other);
    var page = new Page(0, STEPS);
    history.past().events().forEach(new WhatIf(other, 1, page)::add);

    var told = new HashMap<Integer, Affected>();
    page.rows().forEach(row -> told.put(history.step(row.position()), row));
    IntStream.range(0, STEPS)
        .forEach(step -> agree(history.of(step), truth.of(step), told.get(step)));
    assertThat(told).isNotEmpty();
  }

  private static void agree(Outcome was, Outcome would, @Nullable Affected told) {
    if (told == null) {
      boolean passed = was == Outcome.SIGNED_IN;
      assertThat(would == Outcome.SIGNED_IN).isEqualTo(passed);
      return;
    }
    if (told.wouldBe() == Fate.REFUSED) {
      assertThat(was).isEqualTo(Outcome.SIGNED_IN);
      assertThat(would).isIn(Outcome.SIGNED_IN, Outcome.WAITING);
    } else {
      assertThat(was).isEqualTo(Outcome.WAITING);
      assertThat(would).isIn(Outcome.SIGNED_IN, Outcome.REJECTED, Outcome.WAITING);
    }
    if (told.certain()) {
      assertThat(would == Outcome.WAITING).isEqualTo(told.wouldBe() == Fate.REFUSED);
    }
  }

  private static WaitPolicy policy(Random random) {
    long first = random.nextLong(1, 60);
    return new WaitPolicy(
        random.nextInt(1, 6),
        Duration.ofSeconds(first),
        Duration.ofSeconds(first * random.nextLong(1, 30)));
  }
}
