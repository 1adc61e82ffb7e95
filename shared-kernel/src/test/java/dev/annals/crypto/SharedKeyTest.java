package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SharedKeyTest {
  private static final byte[] SECRET = "thirty-two bytes that are shared".getBytes(UTF_8);
  private static final SharedKey KEY =
      SharedKey.fromBase64(Base64.getEncoder().encodeToString(SECRET) + "\n");
  private static final String PAYLOAD = "{\"sub\":\"ada\",\"exp\":4102444800}";

  private final String token = KEY.sign(PAYLOAD);

  @Test
  void a_token_has_the_header_that_the_families_write_and_reads_elsewhere() {
    assertThat(token).startsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.");
    assertThat(
            Jwts.parser()
                .json(new Json())
                .verifyWith(Keys.hmacShaKeyFor(SECRET))
                .build()
                .parseSignedClaims(token)
                .getPayload()
                .getSubject())
        .isEqualTo("ada");
  }

  @Test
  void a_payload_gives_the_same_token_again_and_a_token_its_payload() {
    assertThat(KEY.sign(PAYLOAD)).isEqualTo(token);
    assertThat(KEY.verify(token)).contains(PAYLOAD);
  }

  @Test
  void no_other_key_and_no_changed_token_verifies() {
    assertThat(SharedKey.generate().verify(token)).isEmpty();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(KEY.verify(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
    }
    for (var text : new String[] {"", ".", "..", token + "x", token.substring(1), "a.b.c"}) {
      assertThat(KEY.verify(text)).isEmpty();
    }
  }

  @Test
  void a_header_other_than_that_one_is_not_looked_at_though_signed_with_the_key() {
    var other = KEY.sign(PAYLOAD).replaceFirst("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9", "e30");

    assertThat(KEY.verify(other)).isEmpty();
  }

  @Test
  void a_short_secret_or_none_is_refused_without_being_quoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedKey.fromBase64("c2hvcnQ="))
        .withMessage("must be at least 32 bytes in base64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedKey.fromBase64("!"))
        .withMessageNotContaining("!");
  }

  @Test
  void it_is_kept_sealed_and_opened_again() {
    var sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
    var opened = SharedKey.open(KEY.kid(), KEY.sealed(sealing), sealing);

    assertThat(opened.hasSecretOf(KEY)).isTrue();
    assertThat(opened.sign(PAYLOAD)).isEqualTo(token);
    assertThat(SharedKey.generate().hasSecretOf(KEY)).isFalse();
    assertThat(KEY.toString()).doesNotContain("shared").contains(KEY.kid().value());
  }
}
