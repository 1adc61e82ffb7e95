package dev.annals.command.password;

import static dev.annals.command.password.Violation.COMMON;
import static dev.annals.command.password.Violation.CONTEXT;
import static dev.annals.command.password.Violation.REPETITIVE;
import static dev.annals.command.password.Violation.SEQUENTIAL;
import static dev.annals.command.password.Violation.TOO_LONG;
import static dev.annals.command.password.Violation.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NistTest {
  private static final Set<String> ALICE =
      Set.of("alice.liddell@wonderland.example", "alice.liddell", "Alice Pleasance Liddell");
  private static final String HORSE = "\ud83d\udc0e";

  private final Nist policy = new Nist(15, 128, Blocklist.shipped(), Set.of("annals"));

  private List<Violation> check(String password) {
    return policy.check(new Password(password), ALICE);
  }

  /** Random Chinese characters: nothing but the length can be wrong with them. */
  private static String random(int codePoints) {
    return new Random(codePoints)
        .ints(codePoints, 0x4e00, 0x9fa5)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void fifteen_code_points_are_enough_and_fourteen_are_not() {
    assertThat(check(random(15))).isEmpty();
    assertThat(check(random(14))).containsExactly(TOO_SHORT);
  }

  @Test
  void a_hundred_and_twenty_eight_are_allowed_and_one_more_is_not() {
    assertThat(check(random(128))).isEmpty();
    assertThat(check(random(129))).containsExactly(TOO_LONG);
  }

  @Test
  void an_emoji_is_one_of_the_fifteen() {
    assertThat(check(HORSE + random(14))).isEmpty();
    assertThat(check(HORSE + random(13))).containsExactly(TOO_SHORT);
    assertThat(check(HORSE + random(127))).isEmpty();
    assertThat(check(HORSE + random(128))).containsExactly(TOO_LONG);
  }

  @Test
  void a_letter_with_its_accent_apart_is_still_one() {
    assertThat(check("e\u0301" + random(14))).isEmpty();
    assertThat(check("e\u0301" + random(13))).containsExactly(TOO_SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "umbrella kettle forty",
        " leading and trailing ",
        "alllowercaseletterswithoutend",
        "7361 9402 8817 3350",
        "\u043d\u0435\u0441\u043a\u043e\u043b\u044c\u043a\u043e \u0440\u0443\u0441\u0441\u043a\u0438\u0445 \u0441\u043b\u043e\u0432",
        "alice met a rabbit late",
        "my annals of umbrellas",
        "bookkeeper aardvark noon",
        "long walk, qwerty, password and annals included"
      })
  void no_composition_is_asked_for(String password) {
    assertThat(check(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correcthorsebatterystaple",
        "Correct Horse Battery Staple",
        "CORRECT-HORSE-BATTERY-STAPLE",
        "password1234567",
        "Password1234567",
        "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff441234567",
        "1qaz2wsx3edc4rfv",
        "iloveyou1234567890",
        "tobeornottobethatisthequestion",
        "PASSWORDSTANDARD"
      })
  void common_passwords_are_refused_in_any_case(String password) {
    assertThat(check(password)).contains(COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"passwordpassword", "Xy7!Xy7!Xy7!Xy7!", "zzzzzzzzzzzzzzz", "kettle kettle kettle"})
  void something_short_does_not_grow_by_being_repeated(String password) {
    assertThat(check(password)).contains(REPETITIVE);
  }

  @Test
  void a_common_password_repeated_is_common() {
    assertThat(check("correcthorsebatterystaplecorrecthorsebatterystaple")).containsExactly(COMMON);
    assertThat(check("correcthorsebatterystaple".repeat(2) + "correct")).containsExactly(COMMON);
  }

  @Test
  void a_long_unit_repeated_is_as_good_as_itself() {
    assertThat(check("umbrella kettle forty ".repeat(3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmno",
        "ABCDEFGHIJKLMNOP",
        "onmlkjihgfedcba",
        "123456789012345",
        "qwertyuiopasdfgh",
        "poiuytrewqlkjhgf",
        "qwerasdfzxcv1234",
        "5tgb6yhn7ujm8ik,",
        "aaaaabbbbbccccc",
        "\u0439\u0446\u0443\u043a\u0435\u043d\u0433\u0448\u0449\u0437\u0444\u044b\u0432\u0430\u043f"
      })
  void a_walk_over_alphabet_or_keyboard_is_no_password(String password) {
    assertThat(check(password)).contains(SEQUENTIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice.liddell@wonderland.example",
        "Alice.Liddell@Wonderland.Example1",
        "alice.liddell2026",
        "AlicePleasanceLiddell",
        "wonderland-liddell!",
        "liddellliddellliddell7",
        "annals-annals-2026!",
        "Annals123456789",
        "alicepassword123"
      })
  void names_that_others_know_are_no_password(String password) {
    assertThat(check(password)).contains(CONTEXT);
  }

  @Test
  void eight_characters_beside_a_name_are_enough() {
    assertThat(check("liddell" + random(8))).isEmpty();
    assertThat(check("liddell " + random(7))).isEmpty();
    assertThat(check("liddellliddell" + random(7))).containsExactly(CONTEXT);
  }

  @Test
  void parts_of_four_letters_count_and_shorter_ones_do_not() {
    var words = Set.of("ann.anna");

    assertThat(policy.check(new Password("anna" + random(11)), words)).isEmpty();
    assertThat(policy.check(new Password("annaannaanna" + random(7)), words))
        .containsExactly(CONTEXT);
    assertThat(policy.check(new Password("annxannyannz" + random(7)), words)).isEmpty();
  }

  @Test
  void a_repeated_unit_is_measured_like_a_password() {
    assertThat(check(random(14).repeat(2))).containsExactly(REPETITIVE);
    assertThat(check(random(15).repeat(2))).isEmpty();
  }

  @Test
  void walks_of_four_are_predictable_and_shorter_ones_are_not() {
    assertThat(check("qwerasdfzxcvtyui")).contains(SEQUENTIAL);
    assertThat(check("qwerasdfzxcvtyu")).doesNotContain(SEQUENTIAL);
  }

  @Test
  void strange_context_words_do_no_harm() {
    var words = Set.of("", " ", "@", "a", "\\E(", "\ud83d", "x".repeat(100_000));

    assertThat(policy.check(new Password("umbrella kettle forty"), words)).isEmpty();
  }

  @Test
  void the_longest_text_a_password_can_be_is_judged_by_its_length_alone() {
    assertThat(check("a".repeat(4096))).containsExactly(TOO_LONG);
    assertThat(check("")).containsExactly(TOO_SHORT);
  }

  @Test
  void the_standards_own_limits_hold_for_every_setting() {
    var none = Blocklist.of(Stream.of());

    assertThat(new Nist(8, 64, none, Set.of()).check(new Password(random(8)), ALICE)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Nist(7, 64, none, Set.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Nist(8, 63, none, Set.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Nist(70, 69, none, Set.of()));
  }

  @ParameterizedTest
  @EnumSource
  void every_violation_has_a_sentence_for_people(Violation violation) {
    assertThat(violation.sentence()).startsWith("The password ").endsWith(".");
  }
}
