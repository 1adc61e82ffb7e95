package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class DisableAccountTest {
  private static final DisableAccount DISABLE = new DisableAccount(ADA, BOB, LATER);
  private static final AccountDisabled DISABLED = new AccountDisabled(ADA, LATER);

  private final Scenario<Administration.Id, Administration> ada = Administered.adaByBob();

  @Test
  void an_account_is_taken_out_of_use() {
    ada.when(DISABLE).thenAccepted(DISABLED);
  }

  @Test
  void an_account_out_of_use_is_not_taken_out_again() {
    ada.given(DISABLED).when(DISABLE).thenAccepted();
  }

  @Test
  void an_account_taken_into_use_can_be_taken_out_again() {
    ada.given(DISABLED, new AccountEnabled(ADA, LATER)).when(DISABLE).thenAccepted(DISABLED);
  }

  @Test
  void being_locked_is_not_being_disabled() {
    ada.given(new AccountLocked(ADA, NOON)).when(DISABLE).thenAccepted(DISABLED);
  }

  @Test
  void nobody_disables_the_own_account() {
    Administered.adaByHerself()
        .when(new DisableAccount(ADA, ADA, LATER))
        .thenRefused(Refusal.OWN_ACCOUNT);
  }
}
