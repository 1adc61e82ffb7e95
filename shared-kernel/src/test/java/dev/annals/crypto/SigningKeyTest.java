package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SigningKeyTest {
  private static final String RFC_8037_KEY =
      """
      {"alg":"EdDSA","crv":"Ed25519","kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",\
      "kty":"OKP","use":"sig","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}\
      """;
  private static final String RFC_7638_KEY =
      """
      {"alg":"RS256","e":"AQAB","kid":"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs","kty":"RSA",\
      "n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",\
      "use":"sig"}\
      """;

  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());

  @Test
  void the_keys_of_the_rfcs_have_the_thumbprints_of_the_rfcs() {
    for (String jwk : List.of(RFC_8037_KEY, RFC_7638_KEY)) {
      VerificationKey key = VerificationKey.fromJwk(jwk);
      assertThat(key.jwk()).isEqualTo(jwk).contains("\"kid\":\"" + key.kid() + "\"");
      assertThat(key).hasToString(jwk);
    }
  }

  @Test
  void the_example_of_rfc_8037_has_the_signature_of_rfc_8037() {
    byte[] d = Base64Url.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").orElseThrow();
    byte[] prefix = Base64.getDecoder().decode("MC4CAQAwBQYDK2VwBCIEIA==");
    byte[] pkcs8 = Arrays.copyOf(prefix, prefix.length + d.length);
    System.arraycopy(d, 0, pkcs8, prefix.length, d.length);
    SigningKey key =
        SigningKey.restore(
            VerificationKey.fromJwk(RFC_8037_KEY), Base64.getEncoder().encodeToString(pkcs8));

    String signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";

    assertThat(Base64Url.encode(key.sign(signed.getBytes(US_ASCII))))
        .isEqualTo(
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void a_sealed_private_key_signs_as_before(SigningAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm);

    SigningKey opened = SigningKey.open(key.publicJwk(), key.sealedPrivateKey(sealing), sealing);

    assertThat(opened.algorithm()).isEqualTo(algorithm);
    assertThat(opened.kid()).isEqualTo(key.kid());
    assertThat(opened.publicJwk()).isEqualTo(key.publicJwk());
    assertThat(Jws.sign(opened, "JWT", new byte[9])).isEqualTo(Jws.sign(key, "JWT", new byte[9]));
  }

  @Test
  void a_private_key_opens_as_its_own_public_keys_only() {
    SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
    SigningKey other = SigningKey.generate(SigningAlgorithm.EDDSA);

    assertThatThrownBy(
            () -> SigningKey.open(other.publicJwk(), key.sealedPrivateKey(sealing), sealing))
        .isInstanceOf(BrokenSeal.class);
  }

  @Test
  void a_private_key_that_does_not_fit_is_refused() {
    SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
    SigningKey other = SigningKey.generate(SigningAlgorithm.EDDSA);
    String purpose = "signing-key:" + key.kid();
    String pkcs8 =
        sealing.open(other.sealedPrivateKey(sealing), "signing-key:" + other.kid()).orElseThrow();
    Sealed swapped = sealing.seal(DataKeyName.KEK, purpose, pkcs8);

    assertThatThrownBy(() -> SigningKey.open(key.publicJwk(), swapped, sealing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the private key does not belong to the public key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "AAAA",
        // A seed of 31 bytes, one of 33, and a key for X25519.
        "MC0CAQAwBQYDK2VwBCEEHwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "MC8CAQAwBQYDK2VwBCMEIQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "MC4CAQAwBQYDK2VuBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_is_no_private_key_is_refused_without_quoting_it(String pkcs8) {
    assertThatThrownBy(() -> SigningKey.restore(VerificationKey.fromJwk(RFC_8037_KEY), pkcs8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage("not a private key for Ed25519 in PKCS #8");
  }

  @Test
  void a_forgotten_private_key_is_told_so() {
    SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
    Sealed forgotten = new Sealed(DataKeyName.account(new UUID(0, 0)) + "/AAAA");

    assertThatThrownBy(() -> SigningKey.open(key.publicJwk(), forgotten, sealing))
        .isInstanceOf(KeyForgotten.class);
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void only_its_id_can_be_seen_of_a_signing_key(SigningAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm);

    assertThat(key).hasToString("SigningKey[" + key.kid() + "]");
    assertThat(key.publicJwk()).doesNotContain("\"d\":");
  }

  @Test
  void a_new_rsa_key_has_3072_bits() {
    SigningKey key = SigningKey.generate(SigningAlgorithm.RS256);

    assertThat(key.sign(new byte[1])).hasSize(3072 / 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"alg\":\"HS256\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"alg\":\"EdDSA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"alg\":\"EdDSA\",\"kid\":\"mine\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"alg\":\"RS256\",\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\",\"alg\":\"EdDSA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"alg\":\"EdDSA\",\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\"}"
      })
  void what_is_no_public_key_of_ours_is_refused_without_quoting_it(String jwk) {
    assertThatThrownBy(() -> VerificationKey.fromJwk(jwk))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain("nWGx");
  }

  @Test
  void keys_of_other_curves_and_too_few_bits_are_refused() throws Exception {
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024);
    var rsa = small.generateKeyPair().getPublic();
    var ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();
    var x25519 = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();

    for (var key : List.of(rsa, ed448, x25519)) {
      for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
        assertThatThrownBy(() -> VerificationKey.of(algorithm, key))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("not a key for " + algorithm.jwa());
      }
    }
  }

  @Test
  void a_key_of_2048_bits_is_enough() {
    assertThat(VerificationKey.fromJwk(RFC_7638_KEY).algorithm()).isEqualTo(SigningAlgorithm.RS256);
  }

  @Test
  void the_published_set_lists_public_keys_in_the_order_given() {
    VerificationKey first = VerificationKey.fromJwk(RFC_8037_KEY);
    VerificationKey second = VerificationKey.fromJwk(RFC_7638_KEY);

    assertThat(JwkSet.of(List.of(first, second)))
        .isEqualTo("{\"keys\":[" + RFC_8037_KEY + "," + RFC_7638_KEY + "]}");
    assertThat(JwkSet.of(List.of())).isEqualTo("{\"keys\":[]}");
  }
}
