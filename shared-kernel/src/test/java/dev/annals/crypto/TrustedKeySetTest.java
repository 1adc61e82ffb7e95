package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.crypto.TrustedKeys.Verification.Refused;
import dev.annals.crypto.TrustedKeys.Verification.UnknownKey;
import dev.annals.crypto.TrustedKeys.Verification.Verified;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedKeySetTest {
  private static final Foreigner RSA = Foreigner.rsa("r", 2048);
  private static final Foreigner CURVE = Foreigner.p256("c");
  private static final Foreigner EDWARDS = Foreigner.edwards("e");
  private static final String PAYLOAD = "{\"sub\":\"Zoë\"}";

  @SafeVarargs
  private static String set(Map<String, Object>... jwks) {
    return Arrays.stream(jwks)
        .map(jwk -> Json.canonical(new TreeMap<>(jwk)))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** Which of the names that occur here are those of keys. */
  private static List<String> known(TrustedKeys keys) {
    return Stream.of("", "r", "c", "e", "o", "q", "weak", "large")
        .filter(kid -> !keys.verify(unsigned(kid)).equals(new UnknownKey()))
        .toList();
  }

  private static String unsigned(String kid) {
    var header = Json.canonical(new TreeMap<>(Map.of("alg", "RS256", "kid", kid)));
    return Base64Url.encode(header.getBytes(UTF_8)) + ".e30.AA";
  }

  @Test
  void keys_for_something_else_or_of_kinds_we_do_not_use_are_passed_over() {
    var skipped =
        set(
            EDWARDS.jwk("use", "enc"),
            EDWARDS.jwk("use", List.of("sig")),
            EDWARDS.jwk("key_ops", List.of("encrypt")),
            EDWARDS.jwk("alg", "RS256"),
            EDWARDS.jwk("kid", ""),
            EDWARDS.jwk("kid", 7),
            EDWARDS.jwk("crv", "X25519"),
            EDWARDS.jwk("crv", "Ed448"),
            EDWARDS.jwk("x", Base64Url.encode(new byte[32])),
            EDWARDS.jwk("x", "AA"),
            EDWARDS.jwk("d", Base64Url.encode(new byte[32])),
            Map.of("kid", "o", "kty", "oct", "k", Base64Url.encode(new byte[32])),
            Map.of("kid", "q", "kty", "RSA"),
            RSA.jwk("alg", "RS512"),
            RSA.jwk("alg", "PS256"),
            RSA.jwk("d", "AQAB"),
            RSA.jwk("e", "AQ"),
            Foreigner.rsa("weak", 1024).jwk(),
            CURVE.jwk("crv", "P-384"),
            CURVE.jwk("crv", "secp256k1"),
            CURVE.jwk("y", "AQAB"),
            CURVE.jwk("y", Base64Url.encode(new byte[32])),
            Foreigner.p384("large").jwk());

    assertThat(known(TrustedKeys.parse(skipped))).isEmpty();
    var nonsense = "{\"keys\":[null,7,\"x\",[]],\"more\":1}";
    assertThat(known(TrustedKeys.parse(nonsense))).isEmpty();
  }

  @Test
  void a_larger_curve_passes_for_no_smaller_one() {
    var large = Foreigner.p384("c");

    assertThat(known(TrustedKeys.parse(set(large.jwk("crv", "P-256"))))).isEmpty();
    assertThat(TrustedKeys.parse(set(CURVE.jwk())).verify(large.token(PAYLOAD)))
        .isEqualTo(new Refused());
  }

  @Test
  void what_issuers_put_beside_a_key_does_not_matter() {
    var decorated = new TreeMap<>(RSA.jwk("x5c", List.of("not a certificate")));
    decorated.putAll(
        Map.of("use", "sig", "alg", "RS256", "x5t", "AA", "key_ops", List.of("verify")));

    assertThat(TrustedKeys.parse(set(decorated)).verify(RSA.token(PAYLOAD)))
        .isInstanceOf(Verified.class);
  }

  @Test
  void two_keys_of_one_name_are_refused() {
    var twice = set(RSA.jwk(), CURVE.jwk("kid", "r"));

    assertThatThrownBy(() -> TrustedKeys.parse(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two keys of this JWK set have the same kid");
    assertThat(known(TrustedKeys.parse(set(RSA.jwk(), RSA.jwk("use", "enc")))))
        .containsExactly("r");
  }

  @Test
  void more_keys_than_anybody_needs_are_refused() {
    var many =
        IntStream.rangeClosed(0, 64)
            .mapToObj(i -> "{\"kty\":\"oct\"}")
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));

    assertThatThrownBy(() -> TrustedKeys.parse(many))
        .hasMessage("a JWK set has at most 64 keys here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":null}",
        "<html>",
        "{\"keys\":[]} x",
        "{\"keys\":[],\"keys\":[]}"
      })
  void what_is_no_set_of_keys_is_refused(String text) {
    assertThatThrownBy(() -> TrustedKeys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a JWK set");
  }
}
