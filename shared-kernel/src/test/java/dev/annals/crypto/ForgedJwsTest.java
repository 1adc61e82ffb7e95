package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgedJwsTest {
  private static final SigningKey EDWARDS = SigningKey.generate(SigningAlgorithm.EDDSA);
  private static final SigningKey RSA = SigningKey.generate(SigningAlgorithm.RS256);
  private static final byte[] PAYLOAD = "{\"sub\":\"Zoë\"}".getBytes(UTF_8);

  private static Optional<VerificationKey> find(KeyId kid) {
    return keys().map(SigningKey::verificationKey).filter(key -> key.kid().equals(kid)).findAny();
  }

  private static Stream<SigningKey> keys() {
    return Stream.of(EDWARDS, RSA);
  }

  /** Signs any header with our own key: what only a fault of ours could make. */
  private static String signed(String header, SigningKey key) {
    String signed = Base64Url.encode(header.getBytes(UTF_8)) + "." + Base64Url.encode(PAYLOAD);
    return signed + "." + Base64Url.encode(key.sign(signed.getBytes(UTF_8)));
  }

  private static Stream<String> foreignHeaders() {
    String kid = EDWARDS.kid().value();
    return Stream.of(
        "{\"typ\":\"at+jwt\",\"alg\":\"EdDSA\"}",
        "{\"kid\":\"" + kid + "\",\"alg\":\"EdDSA\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"none\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"eddsa\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"RS256\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":[\"EdDSA\"]}",
        "{\"typ\":\"at+jwt\",\"kid\":7,\"alg\":\"EdDSA\"}",
        "{\"typ\":null,\"kid\":\"" + kid + "\",\"alg\":\"EdDSA\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"../../key\",\"alg\":\"EdDSA\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"unknown\",\"alg\":\"EdDSA\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"EdDSA\",\"crit\":[\"exp\"]}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"EdDSA\",\"crit\":[]}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"EdDSA\",\"alg\":\"EdDSA\"}",
        "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"EdDSA\"} {}",
        "[\"typ\",\"at+jwt\"]",
        "\"at+jwt\"",
        "null",
        "",
        "{",
        "[".repeat(3000));
  }

  @ParameterizedTest
  @MethodSource("foreignHeaders")
  void a_header_that_we_never_write_is_refused_even_under_our_signature(String header) {
    assertThat(Jws.verify(signed(header, EDWARDS), ForgedJwsTest::find)).isEmpty();
  }

  @Test
  void a_key_inside_the_header_is_not_looked_at() {
    SigningKey attacker = SigningKey.generate(SigningAlgorithm.EDDSA);
    String header =
        "{\"typ\":\"at+jwt\",\"kid\":\"%s\",\"alg\":\"EdDSA\",\"jwk\":%s,\"jku\":\"https://evil.example/keys\",\"x5u\":\"https://evil.example/cert\"}"
            .formatted(EDWARDS.kid(), attacker.publicJwk());

    assertThat(Jws.verify(signed(header, attacker), ForgedJwsTest::find)).isEmpty();
    assertThat(Jws.verify(signed(header, EDWARDS), ForgedJwsTest::find)).isPresent();
  }

  @Test
  void an_unsigned_token_is_refused() {
    String header = "{\"typ\":\"at+jwt\",\"kid\":\"%s\",\"alg\":\"none\"}".formatted(RSA.kid());
    String signed = Base64Url.encode(header.getBytes(UTF_8)) + "." + Base64Url.encode(PAYLOAD);

    assertThat(Jws.verify(signed + ".", ForgedJwsTest::find)).isEmpty();
    assertThat(Jws.verify(signed, ForgedJwsTest::find)).isEmpty();
    assertThat(
            Jws.verify(
                Jws.sign(RSA, "at+jwt", PAYLOAD).replaceAll("[^.]+$", ""), ForgedJwsTest::find))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "RS256", "EdDSA"})
  void the_public_key_is_no_secret_to_sign_with(String alg) throws Exception {
    String header = "{\"typ\":\"at+jwt\",\"kid\":\"%s\",\"alg\":\"%s\"}".formatted(RSA.kid(), alg);
    String signed = Base64Url.encode(header.getBytes(UTF_8)) + "." + Base64Url.encode(PAYLOAD);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(RSA.publicJwk().getBytes(UTF_8), "HmacSHA256"));

    String forged = signed + "." + Base64Url.encode(mac.doFinal(signed.getBytes(UTF_8)));

    assertThat(Jws.verify(forged, ForgedJwsTest::find)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void another_key_under_our_kid_is_refused(SigningKey ours) {
    SigningKey other = SigningKey.generate(ours.algorithm());
    String header =
        "{\"typ\":\"at+jwt\",\"kid\":\"%s\",\"alg\":\"%s\"}"
            .formatted(ours.kid(), ours.algorithm().jwa());

    assertThat(Jws.verify(signed(header, other), ForgedJwsTest::find)).isEmpty();
  }

  @Test
  void the_second_spelling_of_an_edwards_signature_is_refused() {
    String compact = Jws.sign(EDWARDS, "at+jwt", PAYLOAD);
    int last = compact.lastIndexOf('.');
    byte[] signature = Base64Url.decode(compact.substring(last + 1)).orElseThrow();
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    byte[] added = littleEndian(signature, order);

    String respelled = compact.substring(0, last + 1) + Base64Url.encode(added);

    assertThat(respelled).isNotEqualTo(compact);
    assertThat(Jws.verify(respelled, ForgedJwsTest::find)).isEmpty();
  }

  /** The signature with the group's order added to its second half: the same number modulo it. */
  private static byte[] littleEndian(byte[] signature, BigInteger order) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = signature[63 - i];
    }
    byte[] sum = new BigInteger(1, reversed).add(order).toByteArray();
    byte[] respelled = signature.clone();
    for (int i = 0; i < 32; i++) {
      respelled[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
    }
    return respelled;
  }
}
