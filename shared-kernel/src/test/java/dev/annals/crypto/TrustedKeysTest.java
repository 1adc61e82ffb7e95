package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.TrustedKeys.Verification;
import dev.annals.crypto.TrustedKeys.Verification.Refused;
import dev.annals.crypto.TrustedKeys.Verification.UnknownKey;
import dev.annals.crypto.TrustedKeys.Verification.Verified;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedKeysTest {
  private static final Foreigner RSA = Foreigner.rsa("r", 2048);
  private static final Foreigner CURVE = Foreigner.p256("c");
  private static final Foreigner EDWARDS = Foreigner.edwards("e");
  private static final String PAYLOAD = "{\"sub\":\"Zoë\"}";
  private static final TrustedKeys KEYS =
      TrustedKeys.parse(set(RSA.jwk(), CURVE.jwk(), EDWARDS.jwk()));

  @SafeVarargs
  private static String set(Map<String, Object>... jwks) {
    return Arrays.stream(jwks)
        .map(jwk -> Json.canonical(new TreeMap<>(jwk)))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  static Stream<Foreigner> issuers() {
    return Stream.of(RSA, CURVE, EDWARDS);
  }

  private static void isRefused(String token) {
    assertThat(KEYS.verify(token)).isEqualTo(new Refused());
  }

  private static void isVerified(Verification verification) {
    assertThat(verification)
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> assertThat(new String(verified.payload(), UTF_8)).isEqualTo(PAYLOAD));
  }

  @ParameterizedTest
  @MethodSource("issuers")
  void what_a_key_of_theirs_signed_is_verified_to_the_byte(Foreigner issuer) {
    isVerified(KEYS.verify(issuer.token(PAYLOAD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/jwt", "Application/AT+jwt"})
  void the_type_is_one_of_two_in_any_case(String typ) {
    isVerified(KEYS.verify(EDWARDS.token(EDWARDS.header().replace("JWT", typ), PAYLOAD)));
  }

  @Test
  void the_type_may_be_left_out_and_other_headers_are_passed_over() {
    isVerified(
        KEYS.verify(EDWARDS.token("{\"kid\":\"e\",\"alg\":\"EdDSA\",\"x5t\":\"AA\"}", PAYLOAD)));
  }

  @Test
  void a_key_that_is_not_here_is_told_from_a_forged_token() {
    assertThat(KEYS.verify(Foreigner.edwards("new").token(PAYLOAD))).isEqualTo(new UnknownKey());
  }

  @ParameterizedTest
  @MethodSource("issuers")
  void another_key_under_a_known_kid_is_refused(Foreigner issuer) {
    var other =
        switch (issuer.alg()) {
          case "RS256" -> Foreigner.rsa(issuer.kid(), 2048);
          case "ES256" -> Foreigner.p256(issuer.kid());
          default -> Foreigner.edwards(issuer.kid());
        };
    isRefused(other.token(PAYLOAD));
  }

  @ParameterizedTest
  @MethodSource("issuers")
  void any_flipped_bit_is_refused(Foreigner issuer) {
    String token = issuer.token(PAYLOAD);
    int last = token.lastIndexOf('.');
    byte[] signature = Base64Url.decode(token.substring(last + 1)).orElseThrow();
    for (int bit = 0; bit < signature.length * 8; bit += 7) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      isRefused(token.substring(0, last + 1) + Base64Url.encode(flipped));
    }
    String other = Base64Url.encode("{\"sub\":\"Zoe\"}".getBytes(UTF_8));
    isRefused(token.substring(0, token.indexOf('.') + 1) + other + token.substring(last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kid\":\"e\",\"alg\":\"none\"}",
        "{\"kid\":\"e\",\"alg\":\"eddsa\"}",
        "{\"kid\":\"e\",\"alg\":\"RS256\"}",
        "{\"kid\":\"e\",\"alg\":\"ES256\"}",
        "{\"kid\":\"e\",\"alg\":\"HS256\"}",
        "{\"kid\":\"e\",\"alg\":[\"EdDSA\"]}",
        "{\"kid\":\"e\"}",
        "{\"alg\":\"EdDSA\"}",
        "{\"kid\":7,\"alg\":\"EdDSA\"}",
        "{\"kid\":null,\"alg\":\"EdDSA\"}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"crit\":[\"exp\"]}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"crit\":[]}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"alg\":\"EdDSA\"}",
        "{\"kid\":\"e\",\"kid\":\"e\",\"alg\":\"EdDSA\"}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"typ\":\"id+jwt\"}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"typ\":null}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"typ\":\"logout+jwt\"}",
        "{\"kid\":\"e\",\"alg\":\"EdDSA\"} {}",
        "[]",
        "null",
        ""
      })
  void a_header_that_we_do_not_take_is_refused_even_under_their_signature(String header) {
    isRefused(EDWARDS.token(header, PAYLOAD));
  }

  @Test
  void no_signature_is_no_signature() {
    String header = "{\"kid\":\"e\",\"alg\":\"none\"}";
    String unsigned =
        Base64Url.encode(header.getBytes(UTF_8)) + "." + Base64Url.encode(PAYLOAD.getBytes(UTF_8));
    String proper = EDWARDS.token(PAYLOAD);

    isRefused(unsigned);
    isRefused(unsigned + ".");
    isRefused(proper.substring(0, proper.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @MethodSource("issuers")
  void their_public_key_is_nobodys_secret(Foreigner issuer) throws GeneralSecurityException {
    for (String alg : List.of("HS256", issuer.alg())) {
      String header = "{\"kid\":\"%s\",\"alg\":\"%s\"}".formatted(issuer.kid(), alg);
      String signed =
          Base64Url.encode(header.getBytes(UTF_8))
              + "."
              + Base64Url.encode(PAYLOAD.getBytes(UTF_8));
      for (byte[] secret :
          List.of(
              issuer.keys().getPublic().getEncoded(),
              Json.canonical(new TreeMap<>(issuer.jwk())).getBytes(UTF_8))) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        isRefused(signed + "." + Base64Url.encode(mac.doFinal(signed.getBytes(UTF_8))));
      }
    }
  }

  @Test
  void a_key_inside_the_header_is_not_looked_at() {
    var attacker = Foreigner.edwards("e");
    String header =
        "{\"kid\":\"e\",\"alg\":\"EdDSA\",\"jwk\":%s,\"jku\":\"https://evil.example/keys\"}"
            .formatted(Json.canonical(new TreeMap<>(attacker.jwk())));

    isRefused(attacker.token(header, PAYLOAD));
    isVerified(KEYS.verify(EDWARDS.token(header, PAYLOAD)));
  }

  @Test
  void a_signature_of_nothing_but_zeros_is_refused() {
    String token = CURVE.token(PAYLOAD);
    String signed = token.substring(0, token.lastIndexOf('.') + 1);
    byte[] one = new byte[64];
    one[31] = 1;
    one[63] = 1;

    isRefused(signed + Base64Url.encode(new byte[64]));
    isRefused(signed + Base64Url.encode(new byte[0]));
    isRefused(signed + Base64Url.encode(new byte[63]));
    isRefused(signed + Base64Url.encode(new byte[65]));
    isRefused(signed + Base64Url.encode(one));
    byte[] all = new byte[64];
    Arrays.fill(all, (byte) 0xff);
    isRefused(signed + Base64Url.encode(all));
  }

  @Test
  void a_signature_in_der_is_refused() throws GeneralSecurityException {
    String token = CURVE.token(PAYLOAD);
    String signed = token.substring(0, token.lastIndexOf('.'));
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(CURVE.keys().getPrivate());
    der.update(signed.getBytes(UTF_8));

    isRefused(signed + "." + Base64Url.encode(der.sign()));
  }

  @Test
  void what_is_no_compact_jws_is_refused() {
    String token = EDWARDS.token(PAYLOAD);

    for (String bad :
        List.of(
            "",
            ".",
            "..",
            "...",
            "a.b.c",
            token + ".",
            token + ".e30",
            "." + token,
            " " + token,
            token + "=",
            token + "\n",
            token.replace(".", ".."))) isRefused(bad);
    isRefused(EDWARDS.token("{\"sub\":\"" + "x".repeat(TrustedKeys.LONGEST) + "\"}"));
  }
}
