package dev.annals.command.login;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.registered;

import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteUnknownLoginTest {
  private static final NoteUnknownLogin NOTE = new NoteUnknownLogin(ADAS, LATER);
  private static final SignInRefused REFUSED =
      new SignInRefused(Optional.empty(), ADAS, RefusalReason.UNKNOWN_LOGIN, LATER);

  private final Scenario<LoginIndex, LoginClaim> login = Scenario.of(LoginClaims.STREAM, ADAS);

  @Test
  void an_attempt_under_an_unknown_login_is_refused_and_recorded() {
    login.when(NOTE).thenRefused(Refusal.SIGN_IN_REFUSED, REFUSED);
  }

  @Test
  void so_is_one_under_the_login_of_somebody_forgotten() {
    login
        .given(registered(ADA, ADAS), ERASED)
        .when(NOTE)
        .thenRefused(Refusal.SIGN_IN_REFUSED, REFUSED);
  }

  @Test
  void a_login_that_was_taken_meanwhile_is_looked_at_again() {
    login.given(registered(ADA, ADAS)).when(NOTE).thenRefused(Refusal.MOVED);
  }
}
