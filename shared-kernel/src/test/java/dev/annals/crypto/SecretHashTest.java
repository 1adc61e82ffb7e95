package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretHashTest {
  @Test
  void a_hash_is_sha_256_in_base64url() {
    assertThat(SecretHash.of("abc"))
        .hasToString("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")
        .isEqualTo(SecretHash.of("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void a_hash_matches_itself_and_no_other() {
    assertThat(SecretHash.of("abc").matches(SecretHash.of("abc"))).isTrue();
    assertThat(SecretHash.of("abc").matches(SecretHash.of("abd"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa+"})
  void what_is_no_hash_is_refused(String text) {
    assertThatThrownBy(() -> new SecretHash(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
