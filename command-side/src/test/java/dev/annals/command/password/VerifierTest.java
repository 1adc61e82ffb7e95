package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
  private static final String SALT = "c29tZXNhbHQ";
  private static final String HASH = "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  private static final String PHC = "$argon2id$v=19$m=65536,t=2,p=1$" + SALT + "$" + HASH;

  @Test
  void what_was_written_is_read_again() {
    var verifier = Verifier.parse(PHC);

    assertThat(verifier.phc()).isEqualTo(PHC);
    assertThat(verifier.parameters()).isEqualTo(new KdfParameters(65_536, 2, 1));
    assertThat(verifier).isEqualTo(Verifier.parse(PHC)).hasSameHashCodeAs(Verifier.parse(PHC));
  }

  @Test
  void it_is_never_shown() {
    assertThat(Verifier.parse(PHC)).hasToString("Verifier[***]");
  }

  @Test
  void another_salt_hash_or_parameter_is_another_verifier() {
    var verifier = Verifier.parse(PHC);

    assertThat(verifier)
        .isNotEqualTo(Verifier.parse(PHC.replace("c29t", "c29u")))
        .isNotEqualTo(Verifier.parse(PHC.replace("CTFh", "CTFi")))
        .isNotEqualTo(Verifier.parse(PHC.replace("t=2", "t=3")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "plaintext",
        "$argon2i$v=19$m=65536,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2d$v=19$m=65536,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=16$m=65536,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$m=65536,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$t=2,m=65536,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=1,data=eA$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=1$" + SALT,
        "$argon2id$v=19$m=65536,t=2,p=1$" + SALT + "$" + HASH + "$",
        "$argon2id$v=19$m=65536,t=2,p=1$" + SALT + "$" + HASH + "\n",
        "$argon2id$v=19$m=65536,t=2,p=1$" + SALT + "$" + HASH + "=",
        "$argon2id$v=19$m=65536,t=2,p=1$" + SALT + "$short",
        "$argon2id$v=19$m=65536,t=2,p=1$tiny$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=1$c29t_XNhbHQ$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHR$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQAA$" + HASH,
        "$argon2id$v=19$m=065536,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=-1,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=7,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=15,t=2,p=2$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=262145,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=4294967295,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=99999999999999999999,t=2,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=65536,t=0,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=65536,t=33,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=0$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=65536,t=2,p=17$" + SALT + "$" + HASH
      })
  void hostile_verifiers_are_refused_without_an_echo(String phc) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verifier.parse(phc))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("c29t", "CTFh", "65536"));
  }

  @Test
  void a_huge_text_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verifier.parse(PHC + "A".repeat(1 << 20)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m=262144,t=1,p=1", "m=8,t=32,p=1", "m=128,t=1,p=16"})
  void the_bounds_themselves_are_allowed(String parameters) {
    String phc = PHC.replace("m=65536,t=2,p=1", parameters);

    assertThat(Verifier.parse(phc).phc()).isEqualTo(phc);
  }
}
