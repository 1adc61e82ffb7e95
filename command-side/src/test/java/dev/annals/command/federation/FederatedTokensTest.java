package dev.annals.command.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.command.federation.FederatedTokens.Judgement;
import dev.annals.command.federation.FederatedTokens.Judgement.NotOurs;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.federation.FederatedTokens.Judgement.Rejected;
import dev.annals.command.federation.FederatedTokens.Judgement.Unavailable;
import dev.annals.command.federation.TestKey.Kind;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an issuer that really answers, or does not. */
@Timeout(60)
class FederatedTokensTest {
  private static final Duration FLOOR = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final TestKey KEY = TestKey.of("first", Kind.EDDSA);
  private static final TestKey NEXT = TestKey.of("second", Kind.EDDSA);
  private static final Unavailable UNAVAILABLE = new Unavailable();

  private final TestIssuer issuer = new TestIssuer();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final TrustedIssuer trusted = trusted(issuer.name(), Optional.of("spa"));
  private final FederatedTokens tokens = new FederatedTokens(List.of(trusted), FLOOR, now::get);

  @AfterEach
  void close() {
    issuer.close();
  }

  private static TrustedIssuer trusted(String name, Optional<String> client) {
    var keys = URI.create(name + ".well-known/jwks.json");
    return new TrustedIssuer(new Issuer(name), keys, "annals", client, Set.of());
  }

  private void later(Duration duration) {
    var _ = now.updateAndGet(instant -> instant.plus(duration));
  }

  /** What the issuer says of Ada, with other claims in place of its own or beside them. */
  private String claims(String... changes) {
    var claims = new java.util.LinkedHashMap<String, String>();
    claims.put("iss", "\"" + issuer.name() + "\"");
    claims.put("aud", "\"annals\"");
    claims.put("sub", "\"auth0|ada\"");
    claims.put("exp", Long.toString(now.get().getEpochSecond() + 600));
    for (var change : changes) {
      int equals = change.indexOf('=');
      var _ = claims.put(change.substring(0, equals), change.substring(equals + 1));
    }
    claims.values().removeIf(String::isEmpty);
    return claims.entrySet().stream()
        .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private Judgement judge(String... changes) {
    return tokens.judge(KEY.sign(claims(changes)));
  }

  private void isProven(Judgement judgement) {
    assertThat(judgement).isEqualTo(new Proven(trusted, new Subject("auth0|ada")));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_token_of_a_trusted_issuer_proves_who_its_bearer_is(Kind kind) {
    var key = TestKey.of("the-key", kind);
    issuer.has(KEY, key);

    isProven(tokens.judge(key.sign(claims())));
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
    var any = trusted(issuer.name(), Optional.empty());
    var anyClient = new FederatedTokens(List.of(any), FLOOR, now::get);

    assertThat(anyClient.judge(KEY.sign(claims("azp=\"other\"", "client_id=7"))))
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
            KEY.sign(claims("iss=7")),
            KEY.sign(claims("iss=")),
            KEY.sign(claims("iss=\"https://evil.example/\"")),
            KEY.sign(claims("iss=\"" + issuer.name().substring(0, 12) + "\"")),
            KEY.sign(claims("x=\"" + "x".repeat(20_000) + "\"")))) {
      assertThat(tokens.judge(token)).isEqualTo(new NotOurs());
    }
    assertThat(issuer.asked()).isZero();
  }

  @Test
  void a_signature_of_somebody_else_is_rejected() {
    issuer.has(KEY);

    assertThat(tokens.judge(TestKey.of("first", Kind.EDDSA).sign(claims())))
        .isEqualTo(new Rejected("The signature is not the issuer's."));
    assertThat(tokens.judge(KEY.sign(claims()) + "A")).isInstanceOf(Rejected.class);
  }

  @Test
  void a_new_key_is_found_as_soon_as_the_floor_allows() {
    issuer.has(KEY);
    isProven(judge());
    issuer.has(NEXT);

    later(FLOOR.minusMillis(1));
    assertThat(tokens.judge(NEXT.sign(claims())))
        .isEqualTo(new Rejected("The issuer has no such key."));
    isProven(judge());
    assertThat(issuer.asked()).isEqualTo(1);

    later(Duration.ofMillis(1));
    isProven(tokens.judge(NEXT.sign(claims())));
    assertThat(judge()).isEqualTo(new Rejected("The issuer has no such key."));
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void keys_are_asked_for_again_after_ten_minutes() {
    issuer.has(KEY);
    isProven(judge());
    later(Duration.ofMinutes(10).minusMillis(1));
    isProven(judge());
    assertThat(issuer.asked()).isEqualTo(1);

    issuer.has(NEXT);
    later(Duration.ofMillis(1));
    assertThat(judge()).isEqualTo(new Rejected("The issuer has no such key."));
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void while_the_issuer_is_down_its_old_keys_serve_for_an_hour() {
    issuer.has(KEY);
    isProven(judge());
    issuer.goesDown();

    later(Duration.ofHours(1).minusMillis(1));
    isProven(judge());
    assertThat(tokens.judge(NEXT.sign(claims()))).isEqualTo(UNAVAILABLE);
    later(Duration.ofMillis(1));
    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_issuer_that_failed_is_not_asked_again_before_the_floor() {
    issuer.says(503, "busy");
    assertThat(judge()).isEqualTo(UNAVAILABLE);
    issuer.has(KEY);

    assertThat(judge()).isEqualTo(UNAVAILABLE);
    assertThat(issuer.asked()).isEqualTo(1);
    later(FLOOR);
    isProven(judge());
  }

  @Test
  void a_clock_that_was_set_back_makes_nobody_wait() {
    issuer.says(503, "busy");
    assertThat(judge()).isEqualTo(UNAVAILABLE);
    issuer.has(KEY);

    later(Duration.ofDays(-1));
    isProven(judge());
  }

  @Test
  void nobody_listening_is_unavailable() {
    issuer.goesDown();

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_issuer_that_says_nothing_is_unavailable() {
    issuer.saysNothing();

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_answer_without_end_is_not_waited_for() {
    issuer.trickles();

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void a_redirect_is_not_followed() {
    try (var elsewhere = new TestIssuer()) {
      elsewhere.has(KEY);
      issuer.redirectsTo(elsewhere.name());

      assertThat(judge()).isEqualTo(UNAVAILABLE);
      assertThat(elsewhere.asked()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "[]", "null", "{\"keys\":[", "{\"keys\":7}", "\u0000"})
  void what_is_no_set_of_keys_is_unavailable(String body) {
    issuer.says(200, body);

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void more_than_keys_can_be_is_not_read() {
    issuer.says(200, "{\"keys\":[]}" + " ".repeat(256 * 1024));

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_issuer_without_keys_has_none() {
    issuer.says(200, "{\"keys\":[]}");

    assertThat(judge()).isEqualTo(new Rejected("The issuer has no such key."));
  }

  @Test
  void many_who_come_at_once_ask_once() throws Exception {
    issuer.has(KEY);
    var token = KEY.sign(claims());
    Callable<Judgement> judging = () -> tokens.judge(token);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var judged : threads.invokeAll(java.util.Collections.nCopies(32, judging))) {
        isProven(judged.get());
      }
    }
    assertThat(issuer.asked()).isEqualTo(1);
  }

  @Test
  void one_issuer_that_is_down_is_nothing_to_another() {
    try (var other = new TestIssuer()) {
      issuer.goesDown();
      other.has(KEY);
      var others = trusted(other.name(), Optional.empty());
      var both = new FederatedTokens(List.of(trusted, others), FLOOR, now::get);

      assertThat(both.judge(KEY.sign(claims()))).isEqualTo(UNAVAILABLE);
      assertThat(both.judge(KEY.sign(claims("iss=\"" + other.name() + "\""))))
          .isEqualTo(new Proven(others, new Subject("auth0|ada")));
      assertThat(both.issuers()).containsExactly(trusted, others);
    }
  }

  @Test
  void no_thread_is_left_behind() throws InterruptedException {
    var before = new HashSet<>(Thread.getAllStackTraces().keySet());
    issuer.saysNothing();
    assertThat(judge()).isEqualTo(UNAVAILABLE);
    later(FLOOR);
    issuer.has(KEY);
    isProven(judge());

    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("HttpClient-")) {
        thread.join();
      }
    }
  }

  @Test
  void an_issuer_is_trusted_once() {
    assertThatThrownBy(() -> new FederatedTokens(List.of(trusted, trusted), FLOOR, now::get))
        .hasMessage("issuer: is there twice");
    assertThat(tokens.trusts(trusted.issuer())).isTrue();
    assertThat(tokens.trusts(new Issuer("https://evil.example/"))).isFalse();
  }
}
