package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a token of MainBrainer's kind says, and for how long it is good. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainBrainerTokensIT {
  private static final JsonNode INACTIVE = Json.read("{\"active\":false}");

  private MainBrainerServer mainBrainer;
  private Annals annals;
  private Tokens administrator;
  private String gateway;
  private MainBrainerServer.Client client;

  @BeforeAll
  void start() {
    mainBrainer = new MainBrainerServer();
    annals = mainBrainer.annals();
  }

  @AfterAll
  void stop() {
    mainBrainer.close();
  }

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    gateway = annals.apiKey(administrator);
    client = mainBrainer.client(administrator);
  }

  private String token(String validity) {
    return mainBrainer.token(client, validity).is(200).field("access_token");
  }

  private JsonNode introspect(String token) {
    return annals.introspect(gateway, token);
  }

  @Test
  void a_token_says_what_the_log_and_the_answer_say() {
    var answer = mainBrainer.token(client, "Default").is(200).isPositioned();
    var claims = MainBrainerServer.claims(answer.field("access_token"));
    var at = mainBrainer.clock().instant();

    assertThat(claims.required("email").asString()).isEqualTo(client.person().login());
    assertThat(claims.required("family_name").asString()).isEqualTo(answer.field("userName"));
    assertThat(client.person().login()).startsWith(answer.field("userName") + "@");
    assertThat(UUID.fromString(claims.required("jti").asString()).version()).isEqualTo(4);
    assertThat(claims.required("nbf").asLong()).isEqualTo(at.getEpochSecond());
    assertThat(claims.required("exp").asLong()).isEqualTo(at.getEpochSecond() + 720_000);
    assertThat(seconds(answer, ".issued")).isEqualTo(claims.required("nbf").asLong());
    assertThat(seconds(answer, ".expires")).isEqualTo(claims.required("exp").asLong());
    assertThat(answer.json().propertyNames())
        .containsExactly(
            "access_token",
            "token_type",
            "expires_in",
            "userName",
            ".issued",
            ".expires",
            "timeZoneOffset",
            "locale");

    var events = annals.log(administrator, answer.position() - 2);
    assertThat(events)
        .extracting(event -> event.required("name").asString())
        .containsExactly("session.started", "session.foreign_tokens_issued");
    assertThat(events)
        .allSatisfy(
            it -> assertThat(it.at("/metadata/family").asString()).isEqualTo("mainbrainer"));
    assertThat(events.toString()).doesNotContain(client.person().login(), client.privateToken());
  }

  private static long seconds(Answer answer, String field) {
    return Instant.parse(answer.field(field)).getEpochSecond();
  }

  @Test
  void an_accounts_number_is_where_it_began_and_stays_its_own() {
    var first = MainBrainerServer.claims(token("Default"));
    var again = MainBrainerServer.claims(token("ShortLive"));
    var other = mainBrainer.token(mainBrainer.client(administrator), "Default").is(200);

    var began =
        annals.log(administrator, 0).stream()
            .filter(event -> event.required("name").asString().equals("account.registered"))
            .filter(event -> event.toString().contains(client.person().account()))
            .map(event -> event.required("position").asString())
            .toList();
    assertThat(List.of(number(first))).isEqualTo(began);
    assertThat(number(again)).isEqualTo(number(first));
    assertThat(number(MainBrainerServer.claims(other.field("access_token"))))
        .isNotEqualTo(number(first));
  }

  private static String number(JsonNode claims) {
    return claims
        .required("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier")
        .asString();
  }

  @Test
  void whoever_has_the_longest_names_has_a_good_token_too() {
    var login = "語".repeat(48) + Annals.newLogin().replace("@", "@" + "語".repeat(120));
    var account =
        annals
            .tell(
                administrator,
                "register",
                "login",
                login,
                "password",
                Annals.PASSWORD,
                "display_name",
                "𝔘".repeat(200))
            .is(201)
            .field("account_id");
    var person = new Annals.Person(account, login, Annals.PASSWORD);
    var answer = mainBrainer.token(mainBrainer.client(administrator, person), "Default").is(200);

    assertThat(answer.field("userName")).isEqualTo("𝔘".repeat(200));
    assertThat(introspect(answer.field("access_token")).required("sub").asString())
        .isEqualTo(account);
  }

  @Test
  void introspection_tells_whose_token_it_is() {
    var token = token("Default");
    var told = introspect(token);

    assertThat(told.required("active").asBoolean()).isTrue();
    assertThat(told.required("sub").asString()).isEqualTo(client.person().account());
    assertThat(told.required("client_id").asString()).isEqualTo("mainbrainer");
    assertThat(told.required("jti")).isEqualTo(MainBrainerServer.claims(token).required("jti"));
    assertThat(told.required("exp")).isEqualTo(MainBrainerServer.claims(token).required("exp"));
  }

  @Test
  void it_opens_nothing_of_ours() {
    annals.sessions(token("Default")).isProblem(401, "unauthenticated");
    annals.sessions(client.privateToken()).isProblem(401, "unauthenticated");
  }

  @Test
  void a_short_token_is_over_when_it_says() {
    var token = token("ShortLive");
    var exp = MainBrainerServer.claims(token).required("exp").asLong();
    var rest = Duration.between(mainBrainer.clock().instant(), Instant.ofEpochSecond(exp));

    mainBrainer.clock().advance(rest.minusMillis(1));
    assertThat(introspect(token).required("active").asBoolean()).isTrue();
    mainBrainer.clock().advance(Duration.ofMillis(1));
    assertThat(introspect(token)).isEqualTo(INACTIVE);
  }

  @Test
  void a_long_token_is_good_for_ten_years_and_not_a_second_more() {
    var start = OffsetDateTime.ofInstant(mainBrainer.clock().instant(), ZoneOffset.UTC);
    var answer = mainBrainer.token(client, "LongLive").is(200);
    var token = answer.field("access_token");
    var end = start.plusMonths(120).toEpochSecond();
    assertThat(seconds(answer, ".expires")).isEqualTo(end);
    assertThat(answer.json().required("expires_in").asLong())
        .isEqualTo(end - start.toEpochSecond());

    mainBrainer.clock().advance(Duration.ofSeconds(end - start.toEpochSecond() - 1));
    assertThat(introspect(token).required("active").asBoolean()).isTrue();
    mainBrainer.clock().advance(Duration.ofSeconds(1));
    assertThat(introspect(token)).isEqualTo(INACTIVE);
  }

  @Test
  void the_same_request_under_a_key_has_the_same_token() {
    var body =
        Map.of(
            "userName", client.person().login(),
            "password", client.person().password(),
            "privateToken", client.privateToken());
    var first = keyed(Json.write(body)).is(200);
    var second = keyed(Json.write(body)).is(200);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    var other = keyed(Json.write(body).replace("}", ",\"validity\":\"LongLive\"}"));
    assertThat(other.is(422).field("error")).isEqualTo("invalid_request");
  }

  private Answer keyed(String json) {
    return annals.client().post("/token").key("a-key-of-mainbrainer").json(json).send();
  }
}
