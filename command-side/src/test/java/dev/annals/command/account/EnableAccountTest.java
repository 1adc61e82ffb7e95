package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class EnableAccountTest {
  private static final EnableAccount ENABLE = new EnableAccount(ADA, BOB, LATER);
  private static final AccountEnabled ENABLED = new AccountEnabled(ADA, LATER);

  private final Scenario<Administration.Id, Administration> ada = Administered.adaByBob();

  @Test
  void an_account_is_taken_into_use_again() {
    ada.given(new AccountDisabled(ADA, NOON)).when(ENABLE).thenAccepted(ENABLED);
  }

  @Test
  void an_account_in_use_is_not_taken_into_use_again() {
    ada.when(ENABLE).thenAccepted();
  }

  @Test
  void a_locked_account_stays_locked_when_it_is_enabled() {
    var enabled = ada.given(new AccountDisabled(ADA, NOON), new AccountLocked(ADA, NOON), ENABLED);

    assertThat(enabled.state().target())
        .isInstanceOfSatisfying(
            Account.Registered.class,
            account -> {
              assertThat(account.locked()).isTrue();
              assertThat(account.disabled()).isFalse();
              assertThat(account.isUsable()).isFalse();
            });
  }
}
