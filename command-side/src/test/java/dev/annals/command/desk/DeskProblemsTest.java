package dev.annals.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.federation.SubjectIndex;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskProblemsTest {
  private static final SignInRefused WAITING =
      new SignInRefused(
          Optional.empty(), new LoginIndex("x".repeat(43)), RefusalReason.WAITING, Instant.EPOCH);

  /** Tells its callers all that it knows. */
  private record Chatty() implements Dialect {
    @Override
    public Family family() {
      return new Family("chatty");
    }

    @Override
    public Reply tell(Problem problem, String requestId) {
      return new Reply(418, Map.of(), problem.slug() + " " + problem.reason() + " " + requestId);
    }
  }

  private static Exchange exchange(Dialect dialect) {
    return new Exchange(
        "r-1",
        Optional.empty(),
        "192.0.2.1",
        Optional.empty(),
        dialect,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Reply answer(Dialect dialect, Decision decision) {
    return Desk.problems(exchange(dialect), _ -> Reply.noContent()).apply(decision);
  }

  @Test
  void a_refusal_is_told_in_the_dialect_of_the_exchange_with_its_reason() {
    var reply = answer(new Chatty(), Decision.refuse(Refusal.SIGN_IN_REFUSED, WAITING));

    assertThat(reply.status()).isEqualTo(418);
    assertThat(reply.body()).isEqualTo("sign-in-refused Optional[WAITING] r-1");
  }

  @Test
  void a_wrong_password_is_a_reason_too() {
    var rejected =
        new PasswordRejected(new AccountId(UUID.randomUUID()), 1, Optional.empty(), Instant.EPOCH);

    assertThat(answer(new Chatty(), Decision.refuse(Refusal.SIGN_IN_REFUSED, rejected)).body())
        .isEqualTo("sign-in-refused Optional[WRONG_PASSWORD] r-1");
  }

  @Test
  void a_stranger_is_a_reason_too() {
    var refused = new StrangerRefused(new SubjectIndex("S".repeat(43)), Instant.EPOCH);

    assertThat(
            answer(new Chatty(), Decision.refuse(Refusal.FEDERATED_SIGN_IN_REFUSED, refused))
                .body())
        .isEqualTo("federated-sign-in-refused Optional[SUBJECT_UNKNOWN] r-1");
  }

  @Test
  void a_refusal_that_records_nothing_has_no_reason() {
    assertThat(answer(new Chatty(), Decision.refuse(Refusal.LOGIN_TAKEN)).body())
        .isEqualTo("login-taken Optional.empty r-1");
  }

  @Test
  void our_own_api_does_not_tell_the_reason() {
    var own = new OwnDialect();
    var problem = Problem.of(Refusal.SIGN_IN_REFUSED);

    assertThat(answer(own, Decision.refuse(Refusal.SIGN_IN_REFUSED, WAITING)))
        .isEqualTo(own.tell(problem, "r-1"))
        .isEqualTo(own.tell(problem.because(RefusalReason.LOCKED), "r-1"));
  }

  @Test
  void headers_and_reason_come_along_whichever_is_said_first() {
    var problem = Problem.of(429, "too-many-attempts", "Too many.");

    assertThat(problem.because(RefusalReason.THROTTLED).with("Retry-After", "1").reason())
        .contains(RefusalReason.THROTTLED);
    assertThat(problem.with("Retry-After", "1").because(RefusalReason.THROTTLED).headers())
        .containsEntry("Retry-After", "1");
  }
}
