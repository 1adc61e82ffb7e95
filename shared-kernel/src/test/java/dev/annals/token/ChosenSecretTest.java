package dev.annals.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChosenSecretTest {
  private static final String TEXT = "0b5e7f2a-93c4-4d1e-8a6f-1c2d3e4f5a6b";

  private final KeyedHash key = InstallationSecret.generate().chosenSecrets();

  @Test
  void letters_may_be_of_either_case_and_mean_the_same() {
    var lower = ChosenSecret.of(TEXT);
    var upper = ChosenSecret.of("0B5E7F2A-93C4-4D1E-8A6F-1C2D3E4F5A6B");

    assertThat(lower.reveal()).isEqualTo(TEXT);
    assertThat(upper.reveal()).isEqualTo(TEXT);
    assertThat(upper.hash(key)).isEqualTo(lower.hash(key));
  }

  @Test
  void a_uuid_of_any_version_will_do() {
    assertThat(ChosenSecret.parse("00000000-0000-0000-0000-000000000000")).isPresent();
    assertThat(ChosenSecret.parse("ffffffff-ffff-ffff-ffff-ffffffffffff")).isPresent();
  }

  @Test
  void who_knows_the_uuid_but_not_the_key_knows_no_hash() {
    var other = InstallationSecret.generate().chosenSecrets();

    assertThat(ChosenSecret.of(TEXT).hash(key))
        .isNotEqualTo(ChosenSecret.of(TEXT).hash(other))
        .isNotEqualTo(SecretHash.of(TEXT));
  }

  @Test
  void last_years_secret_has_the_same_hash() {
    Golden golden = new Golden("chosen-v1.properties");

    var hash =
        ChosenSecret.of(golden.text("secret")).hash(golden.installationSecret().chosenSecrets());

    assertThat(hash).hasToString(golden.text("secret.hash"));
  }

  @Test
  void one_that_nobody_chose_is_random() {
    var randomness = Randomness.secure(InstantSource.system());
    var one = ChosenSecret.random(randomness);

    assertThat(UUID.fromString(one.reveal()).version()).isEqualTo(4);
    assertThat(ChosenSecret.parse(one.reveal())).isPresent();
    assertThat(one.hash(key)).isNotEqualTo(ChosenSecret.random(randomness).hash(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "{0b5e7f2a-93c4-4d1e-8a6f-1c2d3e4f5a6b}",
        "0b5e7f2a93c44d1e8a6f1c2d3e4f5a6b",
        "0b5e7f2a-93c4-4d1e-8a6f-1c2d3e4f5a6b ",
        "0b5e7f2a-93c4-4d1e-8a6f-1c2d3e4f5a6g",
        "\uff10b5e7f2a-93c4-4d1e-8a6f-1c2d3e4f5a6b",
      })
  void anything_else_is_none(String garbage) {
    assertThat(ChosenSecret.parse(garbage)).isEmpty();
    assertThatThrownBy(() -> ChosenSecret.of(garbage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be a UUID");
  }

  @Test
  void a_secret_does_not_show() {
    assertThat(ChosenSecret.of(TEXT)).hasToString("ChosenSecret[masked]");
  }
}
