package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.annals.command.api.DatarheiServer.Pair;
import java.text.ParseException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Core's tokens, read by somebody else's library. */
@ExtendWith(NothingLeaks.class)
class DatarheiTokensIT {
  private static final DatarheiServer CORE = new DatarheiServer();
  private final Annals annals = CORE.annals();
  private final Tokens administrator = annals.administrator();

  @AfterAll
  static void stop() {
    CORE.close();
  }

  /** Claims of a token whose signature the shared secret bears out. */
  private static JWTClaimsSet claims(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      assertThat(jwt.verify(new MACVerifier(DatarheiServer.SECRET))).isTrue();
      return jwt.getJWTClaimsSet();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError("not a token that a client could read", e);
    }
  }

  private static String part(String token, int number) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]), UTF_8);
  }

  private static void isToken(String token, String subject, String use, int life) {
    assertThat(part(token, 0)).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    var now = CORE.server().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    var claims = claims(token);
    assertThat(part(token, 1))
        .isEqualTo(
            ("{\"exi\":%d,\"exp\":%d,\"iat\":%d,\"iss\":\"datarhei-core\",\"jti\":\"%s\","
                    + "\"sub\":\"%s\",\"usefor\":\"%s\"}")
                .formatted(
                    life,
                    now.getEpochSecond() + life,
                    now.getEpochSecond(),
                    claims.getJWTID(),
                    subject,
                    use));
    assertThat(UUID.fromString(claims.getJWTID()).version()).isEqualTo(4);
    assertThat(claims.getExpirationTime()).isEqualTo(now.plusSeconds(life));
  }

  @Test
  void tokens_say_what_a_cores_tokens_say() {
    var person = annals.person(administrator);
    var pair = Pair.of(CORE.tryLogIn(person.login().toUpperCase(Locale.ROOT), person.password()));
    isToken(pair.access(), person.login(), "access", 600);
    isToken(pair.refresh(), person.login(), "refresh", 86_400);
    assertThat(claims(pair.access()).getJWTID()).isNotEqualTo(claims(pair.refresh()).getJWTID());

    CORE.server().clock().advance(Duration.ofSeconds(1));
    var another = CORE.refresh(pair.refresh()).is(200).holds("access_token").isUncached();
    isToken(another.field("access_token"), person.login(), "access", 600);
  }

  @Test
  void whoever_is_renamed_is_named_so_in_the_next_token() {
    var person = annals.person(administrator);
    var pair = CORE.logIn(person);
    var login = Annals.newLogin();
    annals
        .tell(administrator, "change-login", "account_id", person.account(), "login", login)
        .is(204);
    var another = CORE.refresh(pair.refresh()).is(200).field("access_token");
    isToken(another, login, "access", 600);
  }

  /** A Core would take any token of that secret; its issuer and algorithm mattered to nobody. */
  @Test
  void a_token_that_was_never_issued_is_none_even_if_the_secret_signed_it() throws Exception {
    var pair = CORE.logIn(annals.person(administrator));
    for (var algorithm : new String[] {"HS256", "HS384", "HS512", "none"}) {
      var forged = Forged.of(algorithm, part(pair.access(), 1), DatarheiServer.SECRET);
      assertThat(CORE.isGood(forged)).as(algorithm).isEqualTo(forged.equals(pair.access()));
    }
    var payload = part(pair.refresh(), 1);
    for (var changed :
        new String[] {
          payload.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":[1]"),
          payload.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"admin\""),
          payload.replaceFirst("\"sub\":\"[^\"]*\",", ""),
          payload.replaceFirst("\"exp\":[0-9]*,", ""),
          payload.replaceFirst(",\"usefor\":\"[^\"]*\"", ""),
          payload.replace("datarhei-core", "another")
        }) {
      assertThat(changed).isNotEqualTo(payload);
      var answer = CORE.refresh(Forged.of("HS256", changed, DatarheiServer.SECRET)).is(401);
      assertThat(answer.text()).contains("Missing or invalid JWT token");
    }
    CORE.refresh(pair.refresh()).is(200);
  }

  @Test
  void a_login_under_a_key_gives_the_same_tokens_again() {
    var person = annals.person(administrator);
    var first = keyed(person, person.password());
    var again = keyed(person, person.password());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.text()).isEqualTo(first.text()).endsWith("}\n");
    keyed(person, "a wrong password of twenty").is(422);
  }

  private static Answer keyed(Annals.Person person, String password) {
    var call = CORE.client().post("/api/login").key("key-" + person.account());
    return call.fields("username", person.login(), "password", password).send();
  }

  @Test
  void a_federated_session_keeps_the_name_that_its_issuer_gave_it() {
    var pair = Pair.of(CORE.tryLogIn(CORE.federated()));
    isToken(pair.access(), DatarheiServer.ADA, "access", 600);
    isToken(pair.refresh(), DatarheiServer.ADA, "refresh", 86_400);
    var another = CORE.refresh(pair.refresh()).is(200).field("access_token");
    isToken(another, DatarheiServer.ADA, "access", 600);
  }

  @Test
  void json_ends_with_the_end_of_a_line() {
    var person = annals.person(administrator);
    var pair = CORE.logIn(person);
    var client = CORE.client();
    for (var answer :
        new Answer[] {
          client.get("/api").send(),
          client.get("/api/v3/config").send(),
          CORE.tryLogIn(person.login(), person.password()),
          CORE.tryLogIn(person.login(), "a wrong password of twenty"),
          CORE.refresh(pair.refresh()),
          CORE.refresh("x")
        }) {
      assertThat(answer.text()).matches("\\{[^\n]*}\n");
      assertThat(answer.header("Content-Type")).contains("application/json");
      assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }
  }
}
