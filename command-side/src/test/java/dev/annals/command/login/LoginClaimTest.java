package dev.annals.command.login;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.BOBS;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Scenario;
import dev.annals.history.Facts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginClaimTest {
  private final Scenario<LoginIndex, LoginClaim> login = Scenario.of(LoginClaims.STREAM, ADAS);

  @Test
  void nobody_holds_it_at_first() {
    assertThat(login.state()).isEqualTo(new LoginClaim(ADAS, Optional.empty()));
  }

  @Test
  void it_leads_to_whoever_registered_with_it() {
    assertThat(login.given(registered(ADA, ADAS)).state())
        .isEqualTo(new LoginClaim(ADAS, Optional.of(ADA)));
  }

  @Test
  void what_happens_to_other_logins_is_no_matter() {
    var others =
        login.given(
            registered(ADA, ADAS),
            registered(BOB, BOBS),
            new LoginChanged(BOB, BOBS, FREE, LOGIN, NOON),
            new AccountErased(BOB, FREE, NOON));

    assertThat(others.state()).isEqualTo(new LoginClaim(ADAS, Optional.of(ADA)));
  }

  @Test
  void a_change_to_the_very_same_login_keeps_it() {
    assertThat(
            login
                .given(registered(ADA, ADAS), new LoginChanged(ADA, ADAS, ADAS, LOGIN, NOON))
                .state())
        .isEqualTo(new LoginClaim(ADAS, Optional.of(ADA)));
  }

  @Test
  void a_decision_on_a_login_rests_on_all_who_ever_took_or_freed_it() {
    assertThat(LoginClaims.STREAM.facts().apply(ADAS))
        .containsExactly(Facts.tagged("login:" + ADAS));
  }
}
