package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class UnlockAccountTest {
  private static final UnlockAccount UNLOCK = new UnlockAccount(ADA, BOB, LATER);
  private static final AccountUnlocked UNLOCKED = new AccountUnlocked(ADA, LATER);

  private final Scenario<Administration.Id, Administration> ada = Administered.adaByBob();

  @Test
  void a_lock_is_lifted() {
    ada.given(new AccountLocked(ADA, NOON)).when(UNLOCK).thenAccepted(UNLOCKED);
  }

  @Test
  void there_is_nothing_to_lift_where_there_is_no_lock() {
    ada.when(UNLOCK).thenAccepted();
  }

  @Test
  void a_disabled_account_stays_disabled_when_its_lock_is_lifted() {
    var unlocked =
        ada.given(new AccountLocked(ADA, NOON), new AccountDisabled(ADA, NOON), UNLOCKED);

    assertThat(unlocked.state().target())
        .isInstanceOfSatisfying(
            Account.Registered.class,
            account -> {
              assertThat(account.locked()).isFalse();
              assertThat(account.disabled()).isTrue();
              assertThat(account.isUsable()).isFalse();
            });
  }
}
