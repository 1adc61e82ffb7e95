package dev.annals.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.client.ApiKeyId;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeySecretTest {
  private static final ApiKeyId KEY = ApiKeyId.parse("019aa7f0-0000-7000-8000-000000000004");

  private final Randomness randomness = Randomness.secure(InstantSource.system());

  @Test
  void what_was_minted_is_read() {
    ApiKeySecret minted = ApiKeySecret.mint(KEY, randomness);
    ApiKeySecret read = ApiKeySecret.parse(minted.reveal()).orElseThrow();

    assertThat(minted.reveal()).matches("ank_[A-Za-z0-9_-]{64}");
    assertThat(read.key()).isEqualTo(KEY).isEqualTo(minted.key());
    assertThat(read.reveal()).isEqualTo(minted.reveal());
    assertThat(read.hash()).isEqualTo(minted.hash()).isEqualTo(SecretHash.of(minted.reveal()));
  }

  @Test
  void last_years_key_has_the_same_hash() {
    Golden golden = new Golden("opaque-v1.properties");

    ApiKeySecret read = ApiKeySecret.parse(golden.text("api-key")).orElseThrow();

    assertThat(read.key()).isEqualTo(KEY);
    assertThat(read.hash()).hasToString(golden.text("api-key.hash"));
  }

  @Test
  void no_two_secrets_of_a_key_are_alike() {
    assertThat(ApiKeySecret.mint(KEY, randomness).hash())
        .isNotEqualTo(ApiKeySecret.mint(KEY, randomness).hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ank_", "ank_AAAA", "anr_", "\ud800", "Bearer ank_"})
  void garbage_is_refused(String garbage) {
    String secret = ApiKeySecret.mint(KEY, randomness).reveal();

    assertThat(ApiKeySecret.parse(garbage)).isEmpty();
    assertThat(ApiKeySecret.parse(garbage + secret).isPresent()).isEqualTo(garbage.isEmpty());
    assertThat(ApiKeySecret.parse(secret + "A")).isEmpty();
    assertThat(ApiKeySecret.parse(secret.substring(0, 67) + "=")).isEmpty();
    assertThat(ApiKeySecret.parse("anr_" + secret.substring(4))).isEmpty();
  }

  @Test
  void a_secret_does_not_show() {
    assertThat(ApiKeySecret.mint(KEY, randomness)).hasToString("ApiKeySecret[" + KEY + "]");
  }
}
