package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.api.DatarheiServer.Pair;
import dev.annals.store.LogUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is our fault is told at once: nobody waits for it as for a failed login, two hours here. */
@Timeout(120)
@ExtendWith(NothingLeaks.class)
class DatarheiOutageIT {
  private static void isOurs(Answer answer) {
    answer.is(503).holds("code", "message", "details");
    assertThat(answer.field("message")).isEqualTo("Service Unavailable");
    assertThat(answer.json().required("details").isArray()).isTrue();
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(answer.text()).doesNotContain(LogUnavailable.class.getSimpleName());
  }

  @Test
  void without_a_log_or_an_issuers_keys_everybody_is_asked_to_come_back() {
    try (var core = new DatarheiServer("annals.compat.datarhei.failed-login-delay=2h")) {
      var person = core.annals().person();
      var pair = core.logIn(person);
      core.issuer().close();
      isOurs(core.tryLogIn(core.federated()));

      core.database(false);
      isOurs(core.tryLogIn(person.login(), person.password()));
      isOurs(core.tryLogIn(person.login(), "a wrong password of twenty"));
      isOurs(core.refresh(pair.refresh()));
      core.client().get("/api").send().is(200);
      core.client().get("/ping").send().is(200);

      core.database(true);
      assertThat(core.isGood(pair.access())).isTrue();
      var next = Pair.of(core.tryLogIn(person.login(), person.password()));
      assertThat(core.isGood(next.access())).isTrue();
    }
  }
}
