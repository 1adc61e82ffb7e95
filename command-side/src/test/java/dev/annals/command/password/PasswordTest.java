package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  @Test
  void a_composed_and_a_decomposed_letter_are_the_same_bytes() {
    var composed = new Password("caf\u00e9 au lait");
    var decomposed = new Password("cafe\u0301 au lait");

    assertThat(decomposed.utf8()).isEqualTo(composed.utf8());
    assertThat(decomposed.length()).isEqualTo(12);
  }

  @Test
  void compatibility_forms_stay_what_they_are() {
    assertThat(new Password("\uff41").utf8()).isNotEqualTo(new Password("a").utf8());
  }

  @Test
  void spaces_and_case_are_kept() {
    assertThat(new Password("  A b ").utf8()).isEqualTo("  A b ".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_emoji_counts_once() {
    var password = new Password("\ud83d\udc0e\ud83d\udd0b");

    assertThat(password.length()).isEqualTo(2);
    assertThat(password.codePoints().toArray()).containsExactly(0x1f40e, 0x1f50b);
  }

  @Test
  void nothing_typed_is_a_password_too_and_matches_nothing() {
    assertThat(new Password("").length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nul\0nul", "\0", "half \ud83d", "\udc0e half", "\udc0e\ud83d"})
  void what_is_not_text_is_refused_without_an_echo(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Password(typed))
        .withMessage("a password holds neither NUL nor half a character")
        .withNoCause();
  }

  @Test
  void more_than_4096_characters_are_refused_without_an_echo() {
    assertThat(new Password("x".repeat(4096)).length()).isEqualTo(4096);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Password("x".repeat(4097)))
        .withMessage("a password has at most 4096 characters");
  }

  @Test
  void it_is_never_shown() {
    var password = new Password("only mine to know");

    assertThat(password).hasToString("Password[***]");
    assertThat(password.folded()).hasToString("Folded[***]");
  }

  @Test
  void wiping_the_bytes_leaves_the_password() {
    var password = new Password("abc");

    password.utf8()[0] = 0;

    assertThat(password.utf8()).isEqualTo(new byte[] {'a', 'b', 'c'});
  }
}
