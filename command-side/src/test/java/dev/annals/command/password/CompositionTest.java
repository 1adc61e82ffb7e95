package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          Abcdef1!,
          Abcde1!,too_short
          abcdef1!,no_uppercase
          ABCDEF1!,no_lowercase
          Abcdefg!,no_digit
          Abcdefg1,no_special
          Abc ef1!,whitespace
          Abcdef1 ,no_special whitespace
          '',too_short no_uppercase no_lowercase no_digit no_special
          '        ',no_uppercase no_lowercase no_digit no_special whitespace
          12345678,no_uppercase no_lowercase no_special
          Äöüßéè1€,
          Abcdef1🐎,
          Abcd1🐎!,too_short
          """)
  void each_kind_of_character_is_asked_for_in_order(String password, @Nullable String violations) {
    var found = Composition.usual().check(new Password(password), Set.of());

    assertThat(found.stream().map(Violation::name).collect(Collectors.joining(" ")))
        .isEqualTo(violations == null ? "" : violations.toUpperCase(Locale.ROOT));
  }

  @Test
  void a_space_of_any_width_is_a_space() {
    assertThat(Composition.usual().check(new Password("Abcdef1!\u00a0"), Set.of()))
        .containsExactly(Violation.WHITESPACE);
    assertThat(Composition.usual().check(new Password("Abcdef1!\t"), Set.of()))
        .containsExactly(Violation.WHITESPACE);
  }

  @Test
  void a_policy_that_allows_nothing_at_all_makes_no_sense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Composition(0));
  }
}
