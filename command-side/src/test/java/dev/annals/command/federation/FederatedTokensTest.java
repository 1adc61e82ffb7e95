package dev.annals.command.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.command.federation.FederatedTokens.Judgement;
import dev.annals.command.federation.FederatedTokens.Judgement.NotOurs;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.federation.FederatedTokens.Judgement.Rejected;
import dev.annals.command.federation.TestKey.Kind;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against an issuer that answers. */
@Timeout(60)
class FederatedTokensTest {
  private static final Duration FLOOR = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final TestKey KEY = TestKey.of("first", Kind.EDDSA);

  private final TestIssuer issuer = new TestIssuer();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final TrustedIssuer trusted = issuer.trusted(Optional.of("spa"));
  private final FederatedTokens tokens = new FederatedTokens(List.of(trusted), FLOOR, now::get);

  @AfterEach
  void close() {
    issuer.close();
  }

  private Judgement judge(String... changes) {
    return tokens.judge(KEY.sign(issuer.claims(now.get(), changes)));
  }

  private void isProven(Judgement judgement) {
    assertThat(judgement).isEqualTo(new Proven(trusted, new Subject("auth0|ada")));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_token_of_a_trusted_issuer_proves_who_its_bearer_is(Kind kind) {
    var key = TestKey.of("the-key", kind);
    issuer.has(KEY, key);

    isProven(tokens.judge(key.sign(issuer.claims(now.get()))));
    assertThat(issuer.asked()).isEqualTo(1);
  }

  static Stream<String> good() {
    return Stream.of(
        "aud=[\"other\",\"annals\"]",
        "exp=1767268740.001",
        "exp=1.76726874e99",
        "nbf=1767268860",
        "iat=1767268860.0",
        "azp=\"spa\"",
        "client_id=\"spa\"",
        "scope=\"openid\"");
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatever_it_says_within_the_rules_is_good(String change) {
    issuer.has(KEY);

    isProven(judge(change));
  }

  static Stream<String> bad() {
    return Stream.of(
        "aud=|The token is for another audience.",
        "aud=\"Annals\"|The token is for another audience.",
        "aud=[]|The token is for another audience.",
        "aud=[[\"annals\"]]|The token is for another audience.",
        "aud={\"annals\":\"annals\"}|The token is for another audience.",
        "aud=null|The token is for another audience.",
        "exp=|The token does not say when it expires.",
        "exp=\"1893456000\"|The token does not say when it expires.",
        "exp=null|The token does not say when it expires.",
        "exp=1767268740|The token has expired.",
        "exp=-1e99|The token has expired.",
        "exp=0|The token has expired.",
        "nbf=1767268861|The token is not good yet.",
        "nbf=\"0\"|The token is not good yet.",
        "nbf=null|The token is not good yet.",
        "iat=1767268860.5|The token is not good yet.",
        "iat=1e999999999|The token is not good yet.",
        "azp=\"other\"|The token is of another client.",
        "azp=null|The token is of another client.",
        "client_id=\"other\"|The token is of another client.",
        "sub=|The token names no subject.",
        "sub=\"\"|The token names no subject.",
        "sub=7|The token names no subject.",
        "sub=null|The token names no subject.",
        "sub=\"a\\nb\"|The token names no subject.",
        "sub=\"\\ud800\"|The token names no subject.",
        "sub=\"" + "x".repeat(256) + "\"|The token names no subject.");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatever_it_says_against_the_rules_is_told_in_a_sentence(String changeAndReason) {
    issuer.has(KEY);
    int cut = changeAndReason.lastIndexOf('|');

    assertThat(judge(changeAndReason.substring(0, cut)))
        .isEqualTo(new Rejected(changeAndReason.substring(cut + 1)));
  }

  @Test
  void without_a_client_id_any_client_will_do() {
    issuer.has(KEY);
    var any = issuer.trusted(Optional.empty());
    var anyClient = new FederatedTokens(List.of(any), FLOOR, now::get);

    assertThat(anyClient.judge(KEY.sign(issuer.claims(now.get(), "azp=\"other\"", "client_id=7"))))
        .isEqualTo(new Proven(any, new Subject("auth0|ada")));
  }

  @Test
  void what_is_nobodys_whom_we_trust_is_left_to_others_and_nobody_is_asked() {
    issuer.has(KEY);
    for (var token :
        List.of(
            "",
            "not a token",
            "a.b.c",
            "..",
            KEY.sign("[]"),
            KEY.sign("{"),
            KEY.sign(issuer.claims(now.get(), "iss=7")),
            KEY.sign(issuer.claims(now.get(), "iss=")),
            KEY.sign(issuer.claims(now.get(), "iss=\"https://evil.example/\"")),
            KEY.sign(issuer.claims(now.get(), "iss=\"" + issuer.name().substring(0, 12) + "\"")),
            KEY.sign(issuer.claims(now.get(), "x=\"" + "x".repeat(20_000) + "\"")))) {
      assertThat(tokens.judge(token)).isEqualTo(new NotOurs());
    }
    assertThat(issuer.asked()).isZero();
  }

  @Test
  void a_signature_of_somebody_else_is_rejected() {
    issuer.has(KEY);

    assertThat(tokens.judge(TestKey.of("first", Kind.EDDSA).sign(issuer.claims(now.get()))))
        .isEqualTo(new Rejected("The signature is not the issuer's."));
    assertThat(tokens.judge(KEY.sign(issuer.claims(now.get())) + "A")).isInstanceOf(Rejected.class);
  }

  @Test
  void an_issuer_is_trusted_once() {
    assertThatThrownBy(() -> new FederatedTokens(List.of(trusted, trusted), FLOOR, now::get))
        .hasMessage("issuer: is there twice");
    assertThat(tokens.trusts(trusted.issuer())).isTrue();
    assertThat(tokens.trusts(new Issuer("https://evil.example/"))).isFalse();
  }
}
