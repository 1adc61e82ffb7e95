package dev.annals.query.api;

import static dev.annals.query.api.Asked.ADA;
import static dev.annals.query.api.Asked.ADMIN;
import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.EVE;
import static dev.annals.query.api.Asked.SERVER;
import static dev.annals.query.api.Asked.TOWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.store.Criteria;
import dev.annals.store.Range;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forensic questions, as an auditor puts them. */
class ForensicsIT {
  private static final String TOKEN = "/v1/forensics/token";
  private static final String WHAT_IF = "/v1/forensics/what-if";
  private static final String STRICT =
      "\"policy\":{\"lockout_after\":2,\"first_wait\":\"PT1M\",\"longest_wait\":600}";

  private static Answer post(String path, Town.Person by, String json) {
    SERVER.reach(TOWN.log.head());
    return SERVER.post(path).by(by).json(json).send();
  }

  private static String shown(String token) {
    return "{\"token\":\"" + token + "\"}";
  }

  @Test
  void a_good_token_is_told_to_be_ours_and_is_never_repeated() {
    var answer = post(TOKEN, AUDITOR, shown(ADA.token())).is(200);

    assertThat(answer.at("/verdict").asString()).isEqualTo("ours");
    assertThat(answer.at("/kind").asString()).isEqualTo("access_token");
    assertThat(answer.at("/account_id").asString()).isEqualTo(ADA.account().toString());
    assertThat(answer.at("/session/session_id").asString()).isEqualTo(ADA.session().toString());
    assertThat(answer.at("/session/began/address").asString()).isEqualTo(Town.ADDRESS);
    assertThat(answer.at("/good_at/good").asBoolean()).isTrue();
    assertThat(answer.text()).doesNotContain(ADA.token());
    assertThat(answer.at("/stopped").isMissingNode()).isTrue();
    assertThat(Long.parseLong(answer.header("Annals-Position"))).isPositive();
  }

  @Test
  void by_its_id_it_is_found_in_the_session_view_and_judged_at_any_moment() {
    var person = TOWN.signIn(ADA.account());
    long before = TOWN.log.head();
    var end =
        new SessionEnded(person.session(), person.account(), EndReason.SIGNED_OUT, TOWN.now());
    TOWN.happened(TOWN.by(person.account()), end, "session:" + person.session());
    var jti = post(TOKEN, ADMIN, shown(person.token())).at("/token/jti").asString();

    var now = post(TOKEN, ADMIN, "{\"jti\":\"" + jti + "\"}").is(200);
    var then = post(TOKEN, ADMIN, "{\"jti\":\"" + jti + "\",\"at\":" + before + "}").is(200);

    assertThat(now.at("/verdict").asString()).isEqualTo("issued");
    assertThat(now.at("/good_at/good").asBoolean()).isFalse();
    assertThat(now.at("/stopped/event").asString()).isEqualTo("session.ended");
    assertThat(then.at("/good_at/good").asBoolean()).isTrue();
    assertThat(then.at("/good_at/position").asLong()).isEqualTo(before);
  }

  @Test
  void what_is_no_token_of_ours_is_told_without_a_fuss() {
    var parts = ADA.token().split("\\.", -1);
    var forged = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

    assertThat(post(TOKEN, AUDITOR, shown(forged)).is(200).at("/verdict").asString())
        .isEqualTo("forged");
    assertThat(post(TOKEN, AUDITOR, shown("nonsense")).is(200).at("/verdict").asString())
        .isEqualTo("unreadable");
    assertThat(
            post(TOKEN, AUDITOR, "{\"jti\":\"" + UUID.randomUUID() + "\"}")
                .is(200)
                .at("/verdict")
                .asString())
        .isEqualTo("never_issued");
  }

  @Test
  void the_question_is_recorded_and_the_token_is_not() {
    post(TOKEN, AUDITOR, shown(EVE.token())).is(200);

    var read =
        TOWN.log.read(Criteria.everything(), Range.after(0)).stream()
            .filter(event -> event.name().equals("audit_trail.read"))
            .map(event -> new String(event.payload(), UTF_8))
            .filter(payload -> payload.contains("forensics.token"))
            .toList();
    assertThat(read)
        .isNotEmpty()
        .anySatisfy(payload -> assertThat(payload).contains(EVE.account().toString()))
        .noneSatisfy(payload -> assertThat(payload).contains(EVE.token()));
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, WHAT_IF})
  void only_auditors_and_administrators_may_ask(String path) {
    post(path, EVE, "{}").isProblem(403, "role-required");
    SERVER
        .post(path)
        .header("Content-Type", "application/json")
        .send()
        .isProblem(401, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | token",
        "{\"token\":1} | token",
        "{\"token\":\"a\",\"jti\":\"0199f3a0-0000-7000-8000-00000000dead\"} | token",
        "{\"jti\":\"x\"} | jti",
        "{\"token\":\"a\",\"at\":\"yesterday\"} | at",
        "{\"token\":\"a\",\"at\":true} | at",
        "{\"token\":\"a\",\"at\":99999999} | at",
        "{\"token\":\"a\",\"what\":1} | body",
        "{\"token\":\"a\",\"token\":\"b\"} | body",
        "[] | body",
        "{ | body",
        "null | body"
      })
  void a_question_about_a_token_that_cannot_be_meant_names_the_field(String body, String field) {
    post(TOKEN, AUDITOR, body).blames(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | policy",
        "{\"policy\":{\"lockout_after\":0,\"first_wait\":1,\"longest_wait\":1}}"
            + " | policy.lockout_after",
        "{\"policy\":{\"lockout_after\":1,\"first_wait\":\"x\",\"longest_wait\":1}}"
            + " | policy.first_wait",
        "{\"policy\":{\"lockout_after\":1,\"first_wait\":9,\"longest_wait\":1}}"
            + " | policy.longest_wait",
        "{\"policy\":{\"lockout_after\":1,\"first_wait\":1,\"longest_wait\":99999999999999}}"
            + " | policy.longest_wait",
        "{\"policy\":{\"lockout_after\":1,\"first_wait\":1,\"longest_wait\":1},\"limit\":0}"
            + " | limit",
        "{\"policy\":{\"lockout_after\":1,\"first_wait\":1,\"longest_wait\":1},\"from\":9,"
            + "\"to\":3} | to"
      })
  void a_what_if_that_cannot_be_meant_names_the_field(String body, String field) {
    post(WHAT_IF, AUDITOR, body).blames(field);
  }

  @Test
  void a_body_that_is_too_large_is_not_read() {
    post(TOKEN, AUDITOR, shown("A".repeat(70_000))).isProblem(413, "request-too-large");
  }

  @Test
  void a_stricter_policy_would_have_refused_a_sign_in() {
    long from = TOWN.log.head() + 1;
    rejected(ADA.account(), 1);
    rejected(ADA.account(), 2);
    var person = TOWN.signIn(ADA.account());

    var answer = post(WHAT_IF, AUDITOR, "{" + STRICT + ",\"from\":" + from + "}").is(200);

    assertThat(answer.at("/counts/would_have_been_refused").asLong()).isEqualTo(1);
    assertThat(answer.at("/affected/0/session").asString()).isEqualTo(person.session().toString());
    assertThat(answer.at("/affected/0/was").asString()).isEqualTo("signed_in");
    assertThat(answer.at("/affected/0/would_be").asString()).isEqualTo("refused");
    assertThat(answer.at("/policy/longest_wait").asString()).isEqualTo("PT10M");
    assertThat(answer.at("/first_position").asLong()).isEqualTo(from);
    assertThat(
            post(WHAT_IF, AUDITOR, "{" + STRICT + ",\"to\":\"2000-01-01T00:00:00Z\"}")
                .is(200)
                .list("affected"))
        .isEmpty();
  }

  private static void rejected(AccountId account, int consecutive) {
    var event = new PasswordRejected(account, consecutive, Optional.empty(), TOWN.now());
    TOWN.happened(TOWN.by(account), event, "account:" + account);
  }
}
