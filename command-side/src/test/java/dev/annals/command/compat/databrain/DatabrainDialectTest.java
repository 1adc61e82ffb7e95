package dev.annals.command.compat.databrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.session.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DatabrainDialectTest {
  private static Reply tell(Wording wording, Problem problem) {
    return new DatabrainDialect(wording, true).tell(problem, "request");
  }

  private static String code(Reply reply) {
    JsonNode body = JsonMapper.shared().valueToTree(reply.body());
    return reply.status() + " " + body.at("/error/code").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_UP,INTERNAL_SERVER_ERROR",
    "SIGN_IN,INTERNAL SERVER ERROR",
    "SERVICE_TOKEN,INTERNAL_SERVER_ERROR",
    "RESET_PASSWORD,INTERNAL_SERVER_ERROR",
    "ELSEWHERE,INTERNAL_SERVER_ERROR"
  })
  void whatever_is_not_the_callers_fault_is_500(Wording wording, String code) {
    for (var problem :
        new Problem[] {
          Problem.of(503, "log-unavailable", "x"),
          Problem.of(503, "overloaded", "x"),
          Problem.of(500, "internal-error", "x"),
          Problem.of(409, "contended", "x")
        }) {
      assertThat(code(tell(wording, problem))).isEqualTo("500 " + code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_the_rules_refuse_has_an_answer(Wording wording) {
    for (var refusal : Refusal.values()) {
      var reply = tell(wording, Problem.of(refusal));
      assertThat(reply.status()).isBetween(400, 500);
      assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
    }
  }

  @Test
  void an_account_that_went_meanwhile_is_told_as_the_endpoint_can() {
    var gone = Problem.of(Refusal.ACCOUNT_UNKNOWN);
    assertThat(code(tell(Wording.SIGN_IN, gone))).isEqualTo("400 Invalid credentials");
    assertThat(code(tell(Wording.SERVICE_TOKEN, gone))).isEqualTo("500 ACCOUNT_NOT_FOUND");
    assertThat(code(tell(Wording.RESET_PASSWORD, gone))).isEqualTo("500 INTERNAL_SERVER_ERROR");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_LOGIN")
  void only_an_unknown_email_is_told_apart(RefusalReason reason) {
    var refused = Problem.of(Refusal.SIGN_IN_REFUSED);
    var unknown = refused.because(RefusalReason.UNKNOWN_LOGIN);
    assertThat(code(tell(Wording.SIGN_IN, refused))).isEqualTo("400 Invalid credentials");
    assertThat(code(tell(Wording.SIGN_IN, refused.because(reason))))
        .isEqualTo("400 Invalid credentials");
    assertThat(code(tell(Wording.SIGN_IN, unknown))).isEqualTo("400 USER_NOT_FOUND");
    assertThat(code(new DatabrainDialect(Wording.SIGN_IN, false).tell(unknown, "request")))
        .isEqualTo("400 Invalid credentials");
  }

  @Test
  void an_answer_is_not_told_to_whoever_logs_it() {
    assertThat(Replies.signedIn("secret").toString() + Replies.signedIn("secret").body())
        .doesNotContain("secret");
  }
}
