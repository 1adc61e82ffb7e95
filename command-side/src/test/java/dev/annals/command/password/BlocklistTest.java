package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocklistTest {

  private static boolean lists(Blocklist blocklist, String password) {
    return blocklist.lists(new Password(password).folded());
  }

  @Test
  void the_shipped_list_knows_short_and_long_ones() {
    var shipped = Blocklist.shipped();

    assertThat(Stream.of("password", "12345678", "football", "password1234567"))
        .allMatch(password -> lists(shipped, password));
    assertThat(lists(shipped, "correct horse battery staple")).isTrue();
    assertThat(lists(shipped, "umbrella kettle forty")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"common-passwords.txt", "long-passwords.txt"})
  void every_line_of_what_is_shipped_is_found(String file) throws IOException {
    try (var lines = Objects.requireNonNull(Blocklist.class.getResourceAsStream(file))) {
      var passwords = new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();

      assertThat(passwords)
          .hasSizeGreaterThan(15_000)
          .allMatch(line -> lists(Blocklist.shipped(), line));
    }
  }

  @Test
  void entries_are_compared_whole() {
    var blocklist = Blocklist.of(Stream.of("password", "letmein"));

    assertThat(lists(blocklist, "password")).isTrue();
    assertThat(lists(blocklist, "passwor")).isFalse();
    assertThat(lists(blocklist, "passwordl")).isFalse();
    assertThat(lists(blocklist, "")).isFalse();
  }

  @Test
  void whatever_is_put_in_is_found_and_nothing_else() {
    var random = new Random(42);
    var words =
        IntStream.range(0, 5_000)
            .mapToObj(_ -> Integer.toString(random.nextInt(), 36) + "\u00fc\ud83d\udc0e")
            .toList();
    var blocklist = Blocklist.of(words.stream());

    assertThat(words).allMatch(word -> lists(blocklist, word));
    assertThat(words).noneMatch(word -> lists(blocklist, word + "x"));
  }

  @Test
  void an_empty_list_lists_nothing() {
    assertThat(lists(Blocklist.of(Stream.of("")), "")).isFalse();
  }
}
