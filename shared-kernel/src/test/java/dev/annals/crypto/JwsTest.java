package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JwsTest {
  private static final SigningKey EDWARDS = SigningKey.generate(SigningAlgorithm.EDDSA);
  private static final SigningKey RSA = SigningKey.generate(SigningAlgorithm.RS256);
  private static final byte[] PAYLOAD = "{\"sub\":\"Zoë\"}".getBytes(UTF_8);

  private static Optional<VerificationKey> find(KeyId kid) {
    return keys().map(SigningKey::verificationKey).filter(key -> key.kid().equals(kid)).findAny();
  }

  private static Stream<SigningKey> keys() {
    return Stream.of(EDWARDS, RSA);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void what_was_signed_is_read_back_to_the_byte(SigningKey key) {
    VerifiedJws verified =
        Jws.verify(Jws.sign(key, "at+jwt", PAYLOAD), JwsTest::find).orElseThrow();

    assertThat(verified.payload()).isEqualTo(PAYLOAD);
    assertThat(verified.typ()).isEqualTo("at+jwt");
    assertThat(verified.kid()).isEqualTo(key.kid());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void the_same_payload_gives_the_same_token(SigningKey key) {
    assertThat(Jws.sign(key, "JWT", PAYLOAD)).isEqualTo(Jws.sign(key, "JWT", PAYLOAD));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void the_header_has_one_spelling(SigningKey key) {
    String header = Jws.sign(key, "at+jwt", PAYLOAD).split("\\.", 2)[0];

    assertThat(new String(Base64Url.decode(header).orElseThrow(), UTF_8))
        .isEqualTo(
            "{\"typ\":\"at+jwt\",\"kid\":\"%s\",\"alg\":\"%s\"}"
                .formatted(key.kid(), key.algorithm().jwa()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_standard_library_accepts_our_tokens(SigningKey key) throws Exception {
    var jwk = Jwks.parser().json(new Json()).build().parse(key.publicJwk());
    var parser = Jwts.parser().json(new Json()).verifyWith((PublicKey) jwk.toKey()).build();

    assertThat(parser.parseSignedClaims(Jws.sign(key, "at+jwt", PAYLOAD)).getPayload().getSubject())
        .isEqualTo("Zoë");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void any_changed_character_is_refused(SigningKey key) {
    String compact = Jws.sign(key, "at+jwt", PAYLOAD);
    Random random = new Random(7);
    for (int i = 0; i < compact.length(); i++) {
      char other = "ABCDabcd0189-_.=+/ \n".charAt(random.nextInt(20));
      if (other != compact.charAt(i)) {
        String changed = compact.substring(0, i) + other + compact.substring(i + 1);
        assertThat(Jws.verify(changed, JwsTest::find)).as("character %d as %s", i, other).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void any_cut_token_is_refused(SigningKey key) {
    String compact = Jws.sign(key, "at+jwt", PAYLOAD);
    for (int i = 0; i < compact.length(); i++) {
      assertThat(Jws.verify(compact.substring(0, i), JwsTest::find)).isEmpty();
      assertThat(Jws.verify(compact.substring(i + 1), JwsTest::find)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void a_signature_of_any_other_length_is_refused(SigningAlgorithm algorithm) {
    SigningKey key = algorithm == SigningAlgorithm.EDDSA ? EDWARDS : RSA;
    String compact = Jws.sign(key, "at+jwt", PAYLOAD);
    String signed = compact.substring(0, compact.lastIndexOf('.') + 1);
    for (int length : new int[] {0, 1, 32, 63, 64, 65, 256, 383, 384, 385, 1000}) {
      assertThat(Jws.verify(signed + Base64Url.encode(new byte[length]), JwsTest::find)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "....",
        "a.b.c",
        "a.b.c.d.e",
        "€.€.€",
        "\u0000.\u0000.\u0000",
        "\ud800..",
        "Bearer a.b.c",
        "e30.e30.e30",
        "e30.e30.",
        "e30..e30",
        ".e30.e30"
      })
  void garbage_is_refused(String garbage) {
    assertThat(Jws.verify(garbage, JwsTest::find)).isEmpty();
  }

  @Test
  void other_parts_and_white_space_around_our_token_are_refused() {
    String compact = Jws.sign(EDWARDS, "at+jwt", PAYLOAD);

    for (String text :
        new String[] {
          " " + compact,
          compact + " ",
          compact + "\n",
          compact + ".",
          "." + compact,
          compact + ".e30",
          compact + ".e30.e30",
          compact + "=",
          compact.replace(".", " .")
        }) {
      assertThat(Jws.verify(text, JwsTest::find)).as(text).isEmpty();
    }
  }

  @Test
  void random_text_is_refused() {
    Random random = new Random(25);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      String text = new String(bytes, UTF_8) + "." + Base64Url.encode(bytes) + "." + i;
      assertThat(Jws.verify(text, JwsTest::find)).isEmpty();
    }
  }

  @Test
  void the_longest_token_is_8192_characters() {
    int payload = (Jws.LONGEST - Jws.sign(EDWARDS, "J", new byte[0]).length()) / 4 * 3 - 3;
    int typ = 1;
    while (Jws.sign(EDWARDS, "J".repeat(typ), new byte[payload]).length() < Jws.LONGEST) {
      typ++;
    }
    String longest = Jws.sign(EDWARDS, "J".repeat(typ), new byte[payload]);
    String longer = "J".repeat(typ + 3);

    assertThat(longest).hasSize(8192);
    assertThat(Jws.verify(longest, JwsTest::find)).isPresent();
    assertThatThrownBy(() -> Jws.sign(EDWARDS, longer, new byte[payload]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8192");
    assertThat(Jws.verify("a".repeat(1 << 20) + ".b.c", JwsTest::find)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b", "a\\", "ä", "x y"})
  void a_typ_that_would_need_escaping_is_not_signed(String typ) {
    assertThatThrownBy(() -> Jws.sign(EDWARDS, typ, PAYLOAD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_payload_handed_out_cannot_be_changed_for_the_next_reader() {
    VerifiedJws verified =
        Jws.verify(Jws.sign(EDWARDS, "JWT", PAYLOAD), JwsTest::find).orElseThrow();

    verified.payload()[0] = 0;

    assertThat(verified.payload()).isEqualTo(PAYLOAD);
  }
}
