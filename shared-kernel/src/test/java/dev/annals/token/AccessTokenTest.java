package dev.annals.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.crypto.Jws;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.crypto.VerificationKey;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokenTest {
  private static final SigningKey KEY = SigningKey.generate(SigningAlgorithm.EDDSA);
  private static final AccountId ACCOUNT = AccountId.parse("019aa7f0-0000-7000-8000-000000000001");
  private static final SessionId SESSION = SessionId.parse("019aa7f0-0000-7000-8000-000000000002");
  private static final Instant ISSUED = Instant.parse("2026-11-21T12:00:00.123456Z");
  private static final Recipient US =
      new Recipient("https://annals.example.org", "https://api.example.org");

  private static AccessGrant grant(KeyId kid) {
    return new AccessGrant(
        TokenId.parse("019aa7f0-0000-7000-8000-000000000003"),
        kid,
        US.issuer(),
        US.audience(),
        "annals",
        "profile sessions",
        List.of(Role.ADMIN, Role.AUDITOR),
        ISSUED,
        ISSUED.plusSeconds(600));
  }

  private static Optional<VerificationKey> find(KeyId kid) {
    return Optional.of(KEY.verificationKey()).filter(key -> key.kid().equals(kid));
  }

  private static String issued() {
    return AccessToken.issue(KEY, grant(KEY.kid()), ACCOUNT, SESSION);
  }

  private static Optional<AccessClaims> recognised(String typ, String payload) {
    return AccessToken.recognise(
        Jws.sign(KEY, typ, payload.getBytes(UTF_8)), AccessTokenTest::find);
  }

  private static String payload() {
    return new String(
        AccessPayload.write(new AccessClaims(grant(KEY.kid()), ACCOUNT, SESSION)), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access-eddsa-v1.properties", "access-rs256-v1.properties"})
  void last_years_grant_gives_last_years_token_to_the_byte(String file) {
    Golden golden = new Golden(file);
    SigningKey key = golden.signingKey();

    String derived = AccessToken.issue(key, grant(key.kid()), ACCOUNT, SESSION);

    assertThat(derived).isEqualTo(golden.text("token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"access-eddsa-v1.properties", "access-rs256-v1.properties"})
  void last_years_token_is_read(String file) {
    Golden golden = new Golden(file);
    VerificationKey key = VerificationKey.fromJwk(golden.text("public-jwk"));

    AccessClaims claims =
        AccessToken.recognise(golden.text("token"), _ -> Optional.of(key)).orElseThrow();

    assertThat(AccessPayload.write(claims)).asString(UTF_8).isEqualTo(golden.text("payload"));
    assertThat(claims.account()).isEqualTo(ACCOUNT);
    assertThat(claims.session()).isEqualTo(SESSION);
    assertThat(claims.grant().kid()).isEqualTo(key.kid());
  }

  @Test
  void a_token_says_what_was_granted_in_whole_seconds() {
    AccessClaims claims = accepted(US, ISSUED).orElseThrow();

    AccessGrant granted = grant(KEY.kid());
    assertThat(claims)
        .usingRecursiveComparison()
        .ignoringFields("grant.issuedAt", "grant.expiresAt")
        .isEqualTo(new AccessClaims(granted, ACCOUNT, SESSION));
    assertThat(claims.grant().issuedAt()).isEqualTo(ISSUED.truncatedTo(ChronoUnit.SECONDS));
    assertThat(claims.grant().expiresAt())
        .isEqualTo(ISSUED.plusSeconds(600).truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void any_grant_gives_the_same_token_again_and_is_read_from_it() {
    Random random = new Random(68);
    for (int i = 0; i < 50; i++) {
      AccessGrant grant = grant(random);
      String token = AccessToken.issue(KEY, grant, ACCOUNT, SESSION);

      AccessClaims claims = AccessToken.recognise(token, AccessTokenTest::find).orElseThrow();

      assertThat(AccessToken.issue(KEY, grant, ACCOUNT, SESSION)).isEqualTo(token);
      assertThat(AccessToken.issue(KEY, claims.grant(), ACCOUNT, SESSION)).isEqualTo(token);
      assertThat(claims.grant()).isEqualTo(grant);
    }
  }

  private static AccessGrant grant(Random random) {
    Instant at = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE));
    return new AccessGrant(
        new TokenId(new UUID(random.nextLong(), random.nextLong())),
        KEY.kid(),
        text(random),
        text(random),
        text(random),
        random.nextBoolean() ? "" : text(random),
        IntStream.range(0, random.nextInt(4)).mapToObj(n -> new Role("role-" + n)).toList(),
        at,
        at.plusSeconds(random.nextInt(100_000)));
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(30), 0, 0xd800)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void a_grant_for_another_key_is_not_signed() {
    assertThatThrownBy(() -> AccessToken.issue(KEY, grant(new KeyId("other")), ACCOUNT, SESSION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the grant names another signing key");
  }

  @Test
  void a_token_without_scope_has_no_scope_claim_and_roles_are_always_listed() {
    AccessGrant full = grant(KEY.kid());
    AccessGrant bare =
        new AccessGrant(
            full.jti(), full.kid(), "i", "a", "c", "", List.of(), ISSUED, ISSUED.plusSeconds(1));

    assertThat(AccessPayload.write(new AccessClaims(bare, ACCOUNT, SESSION)))
        .asString(UTF_8)
        .doesNotContain("scope")
        .endsWith("\"roles\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "-61, false",
    "-60, true",
    "0, true",
    "599, true",
    "600, false",
    "86400, false",
  })
  void a_token_is_good_from_issue_to_expiry_give_or_take_a_minute_of_clock(
      int secondsAfter, boolean good) {
    Instant now = ISSUED.truncatedTo(ChronoUnit.SECONDS).plusSeconds(secondsAfter);

    assertThat(accepted(US, now).isPresent()).isEqualTo(good);
  }

  @Test
  void a_token_that_ends_before_it_begins_is_never_good() {
    String ended = payload().replace("\"exp\":1795263000", "\"exp\":1795262400");
    AccessClaims claims = recognised("at+jwt", ended).orElseThrow();

    assertThat(claims.timelyAt(Instant.ofEpochSecond(1795262399))).isFalse();
    assertThat(claims.timelyAt(Instant.ofEpochSecond(1795262400))).isFalse();
  }

  @Test
  void a_token_of_another_issuer_or_for_somebody_else_is_recognised_but_not_accepted() {
    for (Recipient other :
        List.of(
            new Recipient("https://evil.example.org", US.audience()),
            new Recipient(US.issuer(), "https://other.example.org"),
            new Recipient(US.issuer() + "/", US.audience()))) {
      assertThat(accepted(other, ISSUED)).isEmpty();
    }
    assertThat(AccessToken.recognise(issued(), AccessTokenTest::find)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "at+jwt, true",
    "AT+JWT, true",
    "application/at+jwt, true",
    "JWT, false",
    "jwt, false",
    "application/jwt, false",
    "id+jwt, false",
    "at+jwt+x, false",
  })
  void only_an_access_token_is_an_access_token(String typ, boolean accepted) {
    assertThat(recognised(typ, payload()).isPresent()).isEqualTo(accepted);
  }

  @Test
  void a_key_that_is_not_ours_is_not_believed() {
    assertThat(AccessToken.recognise(issued(), _ -> Optional.empty())).isEmpty();
    assertThat(AccessToken.recognise("a.b.c", AccessTokenTest::find)).isEmpty();
  }

  /** What a check asks of a token. */
  private static Optional<AccessClaims> accepted(Recipient recipient, Instant now) {
    return AccessToken.recognise(issued(), AccessTokenTest::find)
        .filter(claims -> claims.isFor(recipient))
        .filter(claims -> claims.timelyAt(now));
  }
}
