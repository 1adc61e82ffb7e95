package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who run it see. */
@ExtendWith(NothingLeaks.class)
class OperationsIT {
  private final Annals annals = Servers.usual().annals();

  @ParameterizedTest
  @ValueSource(strings = {"", "/liveness", "/readiness"})
  void it_is_healthy_and_says_no_more(String probe) {
    var answer = annals.client().get("/actuator/health" + probe).send().is(200);
    assertThat(answer.field("status")).isEqualTo("UP");
    assertThat(answer.text()).doesNotContain("postgres", "jdbc", "position");
  }

  @Test
  void the_log_is_measured_and_nothing_secret_is_told() {
    var person = annals.person();
    var _ = annals.signIn(person);
    var metrics = annals.client().get("/actuator/prometheus").send().is(200).text();
    assertThat(metrics)
        .contains("annals_log_append", "annals_log_waiting", "annals_log_head", "jvm_memory");
    assertThat(Secrets.foundIn(metrics)).isEmpty();
    assertThat(metrics).doesNotContain(person.login(), person.account(), Server.KEK);
  }
}
