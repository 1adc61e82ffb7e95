package dev.annals.query.api;

import static dev.annals.query.api.Asked.ADA;
import static dev.annals.query.api.Asked.ADMIN;
import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.EVE;
import static dev.annals.query.api.Asked.SERVER;
import static dev.annals.query.api.Asked.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoMayAskIT {
  private static final String NOBODY = "0199f3a0-0000-7000-8000-00000000dead";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/audit/events",
        "/v1/audit/stream",
        "/v1/accounts/" + NOBODY,
        "/v1/accounts/" + NOBODY + "/history",
        "/v1/accounts/" + NOBODY + "/sessions",
        "/v1/sessions",
        "/v1/sessions/" + NOBODY,
        "/v1/diff",
        "/v1/projections",
        "/v1/projections/audit"
      })
  void nobody_unknown_is_told_anything(String path) {
    var none = SERVER.get(path).send().isProblem(401, "unauthenticated");
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
    var bad = SERVER.get(path).bearer("nonsense").send().isProblem(401, "unauthenticated");
    assertThat(bad.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(bad.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/audit/events",
        "/v1/audit/events?name=account.locked",
        "/v1/audit/stream",
        "/v1/accounts/" + NOBODY,
        "/v1/accounts/" + NOBODY + "/history",
        "/v1/accounts/" + NOBODY + "/sessions",
        "/v1/sessions?as_of=1",
        "/v1/diff?from=1&account=" + NOBODY,
        "/v1/projections",
        "/v1/projections/audit"
      })
  void who_is_no_auditor_is_told_nothing_of_others(String path) {
    SERVER.get(path).by(EVE).send().isProblem(403, "role-required");
    // Of somebody who exists the answer is the same.
    SERVER
        .get(path.replace(NOBODY, ADA.account().toString()))
        .by(EVE)
        .send()
        .isProblem(403, "role-required");
  }

  @Test
  void another_s_session_is_as_unknown_as_none() {
    var none = SERVER.get("/v1/sessions/" + NOBODY).by(EVE).send();
    var others = SERVER.get("/v1/sessions/" + ADA.session()).by(EVE).send();

    none.isProblem(404, "session-unknown");
    others.isProblem(404, "session-unknown");
    assertThat(others.at("/detail")).isEqualTo(none.at("/detail"));
  }

  @Test
  void the_owner_may_ask_about_the_own_account_and_sessions() {
    var own = "/v1/accounts/" + ADA.account();
    SERVER.get(own).by(ADA).send().is(200);
    SERVER.get(own + "/history").by(ADA).send().is(200);
    SERVER.get(own + "/sessions").by(ADA).send().is(200);
    SERVER.get("/v1/sessions/" + ADA.session()).by(ADA).send().is(200);
    SERVER.get("/v1/audit/events?account=" + ADA.account()).by(ADA).send().is(200);
    SERVER.get("/v1/diff?from=1&account=" + ADA.account()).by(ADA).send().is(200);
  }

  @Test
  void an_administrator_may_ask_what_an_auditor_may() {
    SERVER.get("/v1/audit/events").by(ADMIN).send().is(200);
    SERVER.get("/v1/accounts/" + ADA.account()).by(AUDITOR).send().is(200);
    SERVER.get("/v1/sessions?as_of=9").by(AUDITOR).send().is(200);
  }

  @Test
  void only_an_administrator_has_a_projection_rebuilt() {
    SERVER.post("/v1/projections/audit/rebuild").by(AUDITOR).send().isProblem(403, "role-required");
    SERVER
        .post("/v1/projections/nonsense/rebuild")
        .by(ADMIN)
        .send()
        .isProblem(404, "projection-unknown");
  }

  @Test
  void an_api_key_will_do_also_as_a_password() {
    var key = TOWN.apiKey(AUDITOR.account());
    SERVER.get("/v1/projections").bearer(key).send().is(200);
    var pair =
        Base64.getEncoder()
            .encodeToString(("any:" + key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    SERVER.get("/v1/projections").header("Authorization", "Basic " + pair).send().is(200);
    SERVER.get("/v1/sessions").bearer(key).send().isProblem(403, "session-required");
  }

  @Test
  void whoever_has_yet_to_change_a_one_time_password_is_told_nothing() {
    var restricted = TOWN.signIn(AUDITOR.account(), "change-password", Duration.ofHours(1));
    SERVER.get("/v1/projections").by(restricted).send().isProblem(403, "password-change-required");
  }

  @Test
  void a_session_that_is_over_is_over_at_once() {
    var gone = TOWN.signIn(ADA.account());
    SERVER.get("/v1/sessions").by(gone).send().is(200);
    TOWN.happened(
        TOWN.by(ADA.account()),
        new SessionEnded(gone.session(), gone.account(), EndReason.SIGNED_OUT, TOWN.now()),
        "session:" + gone.session());
    SERVER.get("/v1/sessions").by(gone).send().isProblem(401, "unauthenticated");
  }

  @Test
  void what_is_not_there_is_told_as_a_problem() {
    SERVER.get("/v1/nonsense").by(AUDITOR).send().isProblem(404, "not-found");
    var answer = SERVER.post("/v1/diff").by(AUDITOR).send().isProblem(405, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("GET");
    SERVER
        .get("/v1/accounts/" + UUID.randomUUID())
        .by(AUDITOR)
        .send()
        .isProblem(404, "account-unknown");
  }
}
