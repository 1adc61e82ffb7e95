package dev.annals.query.api;

import static dev.annals.query.api.Asked.ADA;
import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadQuestionsIT {
  @ParameterizedTest
  @CsvSource({
    "account=ada,account",
    "account=,account",
    "account=1-1-1-1-1,account",
    "session=0199,session",
    "actor=ada,actor",
    "name=account.lockd,name",
    "name=ACCOUNT.LOCKED,name",
    "outcome=failed,outcome",
    "family=No%20Family,family",
    "address=example.com,address",
    "address=999.1.1.1,address",
    "from=yesterday,from",
    "from=,from",
    "to=2026-13-01T00:00:00Z,to",
    "to=2026-01-01,to",
    "after=-1,after",
    "after=x,after",
    "after=99999999999999999999999,after",
    "limit=0,limit",
    "limit=1001,limit",
    "limit=ten,limit",
    "limit=1e2,limit",
    "limit=99999999999999999999999,limit",
    "order=up,order",
    "acount=x,acount",
    "limit=1&limit=2,limit",
    "min_position=-1,min_position",
    "min_position=soon,min_position",
    "%3Cscript%3E=1,query",
  })
  void a_parameter_that_cannot_be_meant_is_named_and_not_repeated(String query, String field) {
    var answer = SERVER.get("/v1/audit/events?" + query).by(AUDITOR).send().blames(field);
    var value = query.substring(query.indexOf('=') + 1);
    if (value.length() > 3) {
      assertThat(answer.text()).doesNotContain(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "-1",
        "+1",
        "1.0",
        "0x10",
        "99999999",
        "99999999999999999999999999999999",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "2026-01-01T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "2026-02-30T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "10000-01-01T00:00:00Z",
        "%2B10000-01-01T00:00:00Z",
        "2026-01-01T00:00:00%2B25:00",
        "2026-01-01T00:00:00Z%00",
        "%D9%A1%D9%A2",
        "1%202"
      })
  void a_moment_that_cannot_be_meant_is_refused(String moment) {
    for (var path :
        new String[] {
          "/v1/accounts/" + ADA.account(),
          "/v1/accounts/" + ADA.account() + "/history",
          "/v1/accounts/" + ADA.account() + "/sessions",
          "/v1/sessions/" + ADA.session(),
          "/v1/sessions"
        }) {
      SERVER.get(path + "?as_of=" + moment).by(AUDITOR).send().blames("as_of");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2999-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "2999-01-01t00:00:00z",
        "2999-01-01T00:00:00.5-08:00",
        "2999-01-01T00:00:00+08:00",
        "2999-01-01T00:00:00%2B08:00"
      })
  void a_moment_to_come_means_now(String moment) {
    var answer =
        SERVER.get("/v1/accounts/" + ADA.account() + "?as_of=" + moment).by(AUDITOR).send();
    assertThat(answer.is(200).at("/login").asString()).isEqualTo("ada@example.com");
  }

  @Test
  void before_the_beginning_there_was_nobody() {
    for (var moment : new String[] {"0", "1970-01-01T00:00:00Z"}) {
      SERVER
          .get("/v1/accounts/" + ADA.account() + "?as_of=" + moment)
          .by(AUDITOR)
          .send()
          .isProblem(404, "account-unknown");
      assertThat(
              SERVER
                  .get("/v1/sessions?as_of=" + moment)
                  .by(AUDITOR)
                  .send()
                  .is(200)
                  .list("sessions"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts/ada", "/v1/sessions/1", "/v1/accounts/ada/history"})
  void an_id_is_a_uuid(String path) {
    SERVER.get(path).by(AUDITOR).send().blames("id");
  }

  @Test
  void a_question_that_lacks_something_says_what() {
    SERVER.get("/v1/diff?from=1").by(AUDITOR).send().blames("account");
    SERVER.get("/v1/diff?account=" + ADA.account()).by(AUDITOR).send().blames("from");
    SERVER.get("/v1/diff?from=3&to=2&account=" + ADA.account()).by(AUDITOR).send().blames("from");
    SERVER.get("/v1/sessions?limit=3").by(AUDITOR).send().blames("limit");
  }

  @Test
  void a_form_that_there_is_not_is_not_given() {
    SERVER
        .get("/v1/audit/events")
        .header("Accept", "image/png")
        .by(AUDITOR)
        .send()
        .isProblem(406, "not-acceptable");
    SERVER
        .get("/v1/audit/events")
        .header("Accept", "nonsense")
        .by(AUDITOR)
        .send()
        .isProblem(406, "not-acceptable");
  }

  @Test
  void a_view_that_is_behind_is_waited_for_but_not_for_long() {
    var head = Long.toString(Asked.TOWN.log.head());
    var answer = SERVER.get("/v1/audit/events?min_position=" + head).by(AUDITOR).send().is(200);
    assertThat(Long.parseLong(answer.header("Annals-Position")))
        .isGreaterThanOrEqualTo(Long.parseLong(head));
    SERVER.get("/v1/projections?min_position=1").by(AUDITOR).send().blames("min_position");
    SERVER
        .get("/v1/audit/events")
        .header("Annals-Position", "100000000")
        .by(AUDITOR)
        .send()
        .isProblem(504, "not-caught-up");
    SERVER
        .get("/v1/audit/events")
        .header("Annals-Position", "x")
        .by(AUDITOR)
        .send()
        .blames("Annals-Position");
  }
}
