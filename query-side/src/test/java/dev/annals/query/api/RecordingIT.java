package dev.annals.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Role;
import dev.annals.store.TestPostgres;
import org.junit.jupiter.api.Test;

class RecordingIT {
  @Test
  void what_cannot_be_recorded_is_not_answered_but_for_what_people_ask_about_themselves() {
    var database = TestPostgres.freshDatabase();
    try (var town = new Town(database)) {
      var auditor = town.person("auditor", Role.AUDITOR);
      var ada = town.person("lovelace");
      try (var server =
          QueryServer.start(
              database, TestPostgres.freshDatabase(), "annals.recording.username=annals_reader")) {
        server.reach(town.log.head());

        for (var path :
            new String[] {
              "/v1/audit/events",
              "/v1/audit/stream",
              "/v1/accounts/" + ada.account(),
              "/v1/accounts/" + ada.account() + "/history",
              "/v1/accounts/" + ada.account() + "/sessions",
              "/v1/sessions?as_of=3",
              "/v1/sessions/" + ada.session(),
              "/v1/diff?from=1&account=" + ada.account(),
              "/v1/activity"
            }) {
          var answer = server.get(path).by(auditor).send();
          answer.isProblem(503, "recording-unavailable");
          assertThat(answer.header("Retry-After")).isEqualTo("1");
          assertThat(answer.text()).doesNotContain("lovelace", "192.0.2.7");
        }
        server.get("/v1/accounts/" + ada.account()).by(ada).send().is(200);
        server.get("/v1/sessions").by(ada).send().is(200);
      }
    }
  }
}
