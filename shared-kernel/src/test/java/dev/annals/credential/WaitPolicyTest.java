package dev.annals.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPolicyTest {
  private static final Instant NOON = Instant.parse("2026-07-30T12:00:00Z");
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final WaitPolicy USUAL = new WaitPolicy(5, FIRST, LONGEST);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void a_few_wrong_ones_have_no_consequence(int wrongOnes) {
    assertThat(USUAL.after(wrongOnes, NOON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5,30", "6,60", "7,120", "8,240", "9,480", "10,900", "11,900", "2147483647,900"})
  void the_wait_doubles_up_to_the_longest(int wrongOnes, long seconds) {
    assertThat(USUAL.after(wrongOnes, NOON)).contains(NOON.plusSeconds(seconds));
  }

  @Test
  void a_longest_wait_of_the_first_one_never_grows() {
    var steady = new WaitPolicy(1, FIRST, FIRST);

    assertThat(steady.after(1, NOON)).contains(NOON.plus(FIRST));
    assertThat(steady.after(9, NOON)).contains(NOON.plus(FIRST));
  }

  @Test
  void no_wait_at_all_stays_none_however_often_it_is_doubled() {
    var lenient = new WaitPolicy(1, Duration.ZERO, LONGEST);

    assertThat(lenient.after(Integer.MAX_VALUE, NOON)).isEqualTo(Optional.of(NOON));
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WaitPolicy(0, FIRST, LONGEST));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WaitPolicy(5, Duration.ofNanos(-1), LONGEST));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WaitPolicy(5, FIRST, FIRST.minusNanos(1)));
  }
}
