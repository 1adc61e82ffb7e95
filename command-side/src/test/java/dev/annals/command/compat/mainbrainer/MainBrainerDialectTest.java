package dev.annals.command.compat.mainbrainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.session.RefusalReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MainBrainerDialectTest {
  private static Reply tell(Problem problem) {
    return new MainBrainerDialect().tell(problem, "request");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request",
    "404, not_found",
    "405, method_not_allowed",
    "409, conflict",
    "413, invalid_request",
    "415, invalid_request",
    "422, invalid_request",
    "429, too_many_requests",
    "500, server_error",
    "503, temporarily_unavailable"
  })
  void every_trouble_has_a_name(int status, String error) {
    var reply = tell(Problem.of(status, "slug", "A sentence.").with("Retry-After", "7"));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(Map.of("error", error, "error_description", "A sentence."));
    assertThat(reply.headers())
        .isEqualTo(Map.of("Content-Type", "application/json;charset=UTF-8", "Retry-After", "7"));
  }

  @ParameterizedTest
  @EnumSource
  void whatever_the_reason_the_refusal_is_the_same(RefusalReason reason) {
    var refused = tell(Problem.of(Refusal.SIGN_IN_REFUSED));

    assertThat(tell(Problem.of(Refusal.SIGN_IN_REFUSED).because(reason))).isEqualTo(refused);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.headers()).containsEntry("WWW-Authenticate", "Bearer");
  }

  @Test
  void who_was_forgotten_meanwhile_is_as_unknown_as_anybody() {
    assertThat(tell(Problem.of(Refusal.ACCOUNT_UNKNOWN)))
        .isEqualTo(tell(Problem.of(Refusal.SIGN_IN_REFUSED)));
  }
}
