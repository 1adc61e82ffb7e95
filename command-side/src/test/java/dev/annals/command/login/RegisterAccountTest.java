package dev.annals.command.login;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.registered;
import static dev.annals.command.decision.Samples.sealed;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisterAccountTest {
  private static final RegisterAccount REGISTER =
      new RegisterAccount(ADAS, ADA, LOGIN, Optional.of(sealed("name")), VERIFIER, NOON);
  private static final AccountRegistered REGISTERED =
      new AccountRegistered(ADA, ADAS, LOGIN, Optional.of(sealed("name")), NOON);
  private static final PasswordSet PASSWORD = new PasswordSet(ADA, VERIFIER, NOON);

  private final Scenario<LoginIndex, LoginClaim> login = Scenario.of(LoginClaims.STREAM, ADAS);

  @Test
  void a_login_that_nobody_holds_is_taken() {
    login.when(REGISTER).thenAccepted(REGISTERED, PASSWORD);
  }

  @Test
  void a_login_that_somebody_holds_is_refused() {
    login.given(registered(BOB, ADAS)).when(REGISTER).thenRefused(Refusal.LOGIN_TAKEN);
  }

  @Test
  void the_same_registration_again_is_refused() {
    login.given(REGISTERED, PASSWORD).when(REGISTER).thenRefused(Refusal.LOGIN_TAKEN);
  }

  @Test
  void a_login_that_somebody_changed_to_is_refused() {
    login
        .given(new LoginChanged(BOB, FREE, ADAS, LOGIN, NOON))
        .when(REGISTER)
        .thenRefused(Refusal.LOGIN_TAKEN);
  }

  @Test
  void a_login_that_its_holder_gave_up_is_free_again() {
    login
        .given(registered(BOB, ADAS), new LoginChanged(BOB, ADAS, FREE, LOGIN, NOON))
        .when(REGISTER)
        .thenAccepted(REGISTERED, PASSWORD);
  }

  @Test
  void a_login_of_somebody_forgotten_is_free_again() {
    login
        .given(registered(BOB, ADAS), new AccountErased(BOB, ADAS, NOON))
        .when(REGISTER)
        .thenAccepted(REGISTERED, PASSWORD);
  }
}
