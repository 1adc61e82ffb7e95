package dev.annals.query.forensics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.query.making.Making;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionId;
import dev.annals.token.AccessToken;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens that are not ours: altered, forged, under a stolen key, or none at all. */
class ForgedTokensIT {
  private final Installation here = new Installation();
  private AccountId ada = new AccountId(here.uuid());

  @BeforeEach
  void somebody() {
    ada = here.account();
  }

  @AfterEach
  void close() {
    here.close();
  }

  private static String changed(String token, int part, String text) {
    var parts = token.split("\\.", -1);
    parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    return String.join(".", parts);
  }

  private static String text(String token, int part) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), UTF_8);
  }

  @Test
  void a_retired_key_that_signs_again_is_told_apart() {
    var pair = here.signIn(ada);
    SigningKey stolen = here.key;
    here.later(Duration.ofMinutes(1));
    here.rotate();
    here.later(Duration.ofMinutes(1));
    var now = here.grant();
    var grant =
        new AccessGrant(
            now.jti(),
            stolen.kid(),
            now.issuer(),
            now.audience(),
            now.clientId(),
            now.scope(),
            now.roles(),
            now.issuedAt(),
            now.expiresAt());

    var answer = here.ask(AccessToken.issue(stolen, grant, ada, pair.ref().session()));

    assertThat(answer.verdict()).isEqualTo(Making.SIGNED_BY_RETIRED_KEY);
    assertThat(answer.sentence()).contains("after its key was retired").contains("never issued");
    assertThat(answer.token()).isNull();
    assertThat(answer.goodAt().good()).isFalse();
  }

  @Test
  void a_stolen_key_shows_because_the_log_never_issued_what_it_signed() {
    var pair = here.signIn(ada);
    var unknownSession = new SessionId(here.uuid());

    for (var session : List.of(pair.ref().session(), unknownSession)) {
      var answer = here.ask(AccessToken.issue(here.key, here.grant(), ada, session));
      assertThat(answer.verdict()).isEqualTo(Making.SIGNED_BUT_NEVER_ISSUED);
      assertThat(answer.goodAt().good()).isFalse();
    }
    var longer =
        new AccessGrant(
            pair.jti(),
            here.key.kid(),
            "https://id.example",
            "annals",
            "annals",
            "account",
            List.of(),
            pair.grant().issuedAt(),
            pair.grant().expiresAt().plusSeconds(1));
    assertThat(here.ask(AccessToken.issue(here.key, longer, ada, pair.ref().session())).verdict())
        .isEqualTo(Making.SIGNED_BUT_NEVER_ISSUED);
  }

  @Test
  void a_token_that_was_changed_is_altered_and_leads_to_the_one_it_was() {
    var pair = here.signIn(ada);
    var payload = text(pair.access(), 1);
    var admin = changed(pair.access(), 1, payload.replace("\"roles\":[]", "\"roles\":[\"admin\"]"));
    var renamed =
        changed(pair.access(), 1, payload.replace(pair.jti().toString(), here.uuid().toString()));
    var header = text(pair.access(), 0);
    var typed = changed(pair.access(), 0, header.replace("at+jwt", "JWT"));

    for (var token : List.of(admin, renamed)) {
      var answer = here.ask(token);
      assertThat(answer.verdict()).isEqualTo(Making.ALTERED);
      assertThat(answer.differs()).containsExactly("payload");
      assertThat(requireNonNull(answer.token()).jti()).isEqualTo(pair.jti());
      assertThat(answer.goodAt().good()).isFalse();
    }
    assertThat(here.ask(typed).differs()).containsExactly("header");
    assertThat(here.ask(changed(pair.access(), 2, "no signature")).differs())
        .containsExactly("signature");
  }

  @Test
  void forgeries_are_told_apart_from_what_is_ours() {
    var pair = here.signIn(ada);
    var kid = here.key.kid().value();
    var none = changed(pair.access(), 0, "{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
    var confused =
        changed(pair.access(), 0, "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"HS256\"}");
    var elsewhere = SigningKey.generate(SigningAlgorithm.EDDSA);
    var foreign =
        new AccessGrant(
            pair.jti(),
            elsewhere.kid(),
            "https://id.example",
            "annals",
            "annals",
            "account",
            List.of(),
            pair.grant().issuedAt(),
            pair.grant().expiresAt());
    var other = AccessToken.issue(elsewhere, foreign, ada, pair.ref().session());
    var nobody =
        changed(
            changed(pair.access(), 1, "{\"sub\":\"me\",\"sid\":\"" + here.uuid() + "\"}"), 2, "x");

    assertForged(none, "alg none");
    assertForged(confused, "algorithm");
    assertForged(other, "No key that ever signed here");
    assertForged(nobody, "has not signed it");
    assertForged(
        changed(pair.access(), 0, "{\"alg\":\"EdDSA\",\"kid\":\"a\\u0000b\",\"typ\":\"at+jwt\"}"),
        "No key that ever signed here");
    assertForged(
        changed(other, 0, "{\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\"},\"jku\":\"http://x\"}"),
        "names no key");
  }

  private void assertForged(String token, String why) {
    var answer = here.ask(token);
    assertThat(answer.verdict()).isEqualTo(Making.FORGED);
    assertThat(answer.sentence()).contains(why);
    assertThat(answer.goodAt().good()).isFalse();
    assertThat(answer.session()).isNull();
  }

  @Test
  void a_header_with_more_than_ours_is_no_token_of_ours() {
    var pair = here.signIn(ada);
    var header = text(pair.access(), 0);
    var crit = header.replace("{", "{\"crit\":[\"exp\"],");

    assertThat(here.ask(changed(pair.access(), 0, crit)).verdict()).isEqualTo(Making.ALTERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "...",
        "a.b.c",
        "....................",
        "e30.e30.",
        "bnVsbA.e30.e30",
        "eyJhbGciOjF9.e30.e30",
        "anr_",
        "ank_",
        "ank_AAAA",
        "\u0000",
        "\ud800",
        "ключ",
        "W10.W10.W10"
      })
  void what_is_no_token_is_unreadable_or_forged_and_never_an_error(String text) {
    assertThat(here.ask(text).verdict()).isIn(Making.UNREADABLE, Making.FORGED);
  }

  @Test
  void huge_and_deep_texts_are_unreadable() {
    var deep = "{\"alg\":\"EdDSA\",\"kid\":" + "[".repeat(3000) + "]".repeat(3000) + "}";
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(deep.getBytes(UTF_8));

    assertThat(here.ask("A".repeat(1_000_000)).verdict()).isEqualTo(Making.UNREADABLE);
    assertThat(here.ask(encoded + ".e30.e30").verdict()).isEqualTo(Making.UNREADABLE);
    assertThat(here.ask(".".repeat(8000)).verdict()).isEqualTo(Making.UNREADABLE);
  }

  @Test
  void no_flipped_bit_and_no_other_character_leaves_it_ours() {
    var token = here.signIn(ada).access();
    var random = new Random(20260730);
    for (int i = 0; i < 400; i++) {
      var characters = token.toCharArray();
      int at = random.nextInt(characters.length);
      characters[at] = (char) (characters[at] ^ 1 << random.nextInt(7));
      var verdict = here.ask(new String(characters)).verdict();
      assertThat(verdict).isIn(Making.ALTERED, Making.FORGED, Making.UNREADABLE);
    }
  }
}
