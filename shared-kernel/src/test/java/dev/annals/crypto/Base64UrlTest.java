package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64UrlTest {
  @Test
  void what_was_written_is_read() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[i];
      random.nextBytes(bytes);
      assertThat(Base64Url.decode(Base64Url.encode(bytes))).contains(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A", "AB", "AA==", "AA=", "AAB", "A+AA", "A/AA", "AA AA", "AAAA\n", "ÄAAA", "AAAAA"
      })
  void another_spelling_is_refused(String text) {
    assertThat(Base64Url.decode(text)).isEmpty();
  }
}
