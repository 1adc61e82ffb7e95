package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class LockAccountTest {
  private static final LockAccount LOCK = new LockAccount(ADA, BOB, LATER);
  private static final AccountLocked LOCKED = new AccountLocked(ADA, LATER);

  private final Scenario<Administration.Id, Administration> ada = Administered.adaByBob();

  @Test
  void an_account_is_locked() {
    ada.when(LOCK).thenAccepted(LOCKED);
  }

  @Test
  void a_locked_account_is_not_locked_again() {
    ada.given(LOCKED).when(LOCK).thenAccepted();
  }

  @Test
  void an_account_that_was_unlocked_can_be_locked_again() {
    ada.given(LOCKED, new AccountUnlocked(ADA, LATER)).when(LOCK).thenAccepted(LOCKED);
  }

  @Test
  void being_disabled_is_not_being_locked() {
    ada.given(new AccountDisabled(ADA, NOON)).when(LOCK).thenAccepted(LOCKED);
  }

  @Test
  void nobody_locks_the_own_account() {
    Administered.adaByHerself()
        .when(new LockAccount(ADA, ADA, LATER))
        .thenRefused(Refusal.OWN_ACCOUNT);
  }
}
