package dev.annals.command.login;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.BOBS;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.registered;
import static dev.annals.command.decision.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.history.Facts;
import org.junit.jupiter.api.Test;

class ChangeLoginTest {
  private static final LoginChange.Id ID = new LoginChange.Id(ADA, FREE);
  private static final ChangeLogin CHANGE = new ChangeLogin(ID, sealed("free"), LATER);
  private static final LoginChanged CHANGED =
      new LoginChanged(ADA, ADAS, FREE, sealed("free"), LATER);

  private final Scenario<LoginChange.Id, LoginChange> nobody = Scenario.of(LoginChange.STREAM, ID);
  private final Scenario<LoginChange.Id, LoginChange> ada = nobody.given(registered(ADA, ADAS));

  @Test
  void a_login_that_nobody_holds_is_taken_and_the_old_one_freed() {
    ada.when(CHANGE).thenAccepted(CHANGED);
  }

  @Test
  void the_login_one_has_already_needs_no_change() {
    ada.given(CHANGED).when(CHANGE).thenAccepted();
  }

  @Test
  void a_login_that_somebody_else_holds_is_refused() {
    ada.given(registered(BOB, FREE)).when(CHANGE).thenRefused(Refusal.LOGIN_TAKEN);
  }

  @Test
  void a_locked_account_may_be_given_another_login() {
    ada.given(new AccountLocked(ADA, NOON)).when(CHANGE).thenAccepted(CHANGED);
  }

  @Test
  void an_account_that_does_not_exist_gets_no_login() {
    nobody.when(CHANGE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void an_account_that_was_erased_gets_no_login() {
    ada.given(ERASED).when(CHANGE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void a_login_that_its_holder_gave_up_is_taken_and_the_other_account_left_alone() {
    ada.given(registered(BOB, FREE), new LoginChanged(BOB, FREE, BOBS, LOGIN, NOON))
        .when(CHANGE)
        .thenAccepted(CHANGED);
  }

  @Test
  void a_login_of_somebody_forgotten_is_taken() {
    ada.given(registered(BOB, FREE), new AccountErased(BOB, FREE, NOON))
        .when(CHANGE)
        .thenAccepted(CHANGED);
  }

  @Test
  void the_history_of_a_login_does_not_make_an_account_of_one_that_does_not_exist() {
    nobody
        .given(registered(BOB, FREE), new LoginChanged(BOB, FREE, BOBS, LOGIN, NOON))
        .when(CHANGE)
        .thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void it_rests_on_the_account_and_on_the_login_it_wishes_for() {
    assertThat(LoginChange.STREAM.facts().apply(ID))
        .containsExactly(Facts.tagged("account:" + ADA), Facts.tagged("login:" + FREE));
  }
}
