package dev.annals.command.compat.mainbrainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTest {
  private static final Instant AT = Instant.parse("2021-07-19T10:40:46.590999Z");

  @ParameterizedTest
  @CsvSource({
    "DEFAULT, 2021-07-27T18:40:46Z, 720000",
    "SHORT_LIVE, 2021-07-19T10:41:16Z, 30",
    "LONG_LIVE, 2031-07-19T10:40:46Z, 315532800"
  })
  void a_token_lives_as_long_as_its_validity_says(Validity validity, Instant expiry, long seconds) {
    var lifetime = validity.from(AT);

    assertThat(lifetime.expiry()).isEqualTo(expiry);
    assertThat(lifetime.seconds()).isEqualTo(seconds);
  }

  @Test
  void months_are_those_of_the_calendar() {
    var leapDay = Instant.parse("2028-02-29T23:59:59.5Z");

    assertThat(Validity.LONG_LIVE.from(leapDay).expiry()).isEqualTo("2038-02-28T23:59:59Z");
  }

  @Test
  void fractions_are_cut_off_and_never_rounded() {
    assertThat(Lifetime.inClaim(AT)).isEqualTo("2021-07-19 10:40:46.590");
    assertThat(Lifetime.inAnswer(AT)).isEqualTo("2021-07-19T10:40:46Z");
  }

  @ParameterizedTest
  @CsvSource({"Default,DEFAULT", "shortlive,SHORT_LIVE", "LONGLIVE,LONG_LIVE"})
  void names_are_known_in_any_case(String text, Validity validity) {
    assertThat(Validity.named(text)).contains(validity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Default", "0", "1", "Short", "SHORT_LIVE", "Default,LongLive"})
  void nothing_else_is_a_name(String text) {
    assertThat(Validity.named(text)).isEmpty();
  }
}
