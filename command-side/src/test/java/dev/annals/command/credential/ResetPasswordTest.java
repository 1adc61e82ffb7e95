package dev.annals.command.credential;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NEXT_VERIFIER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordReset;
import org.junit.jupiter.api.Test;

class ResetPasswordTest {
  private static final ResetPassword RESET = new ResetPassword(ADA, NEXT_VERIFIER, LATER, NOON);
  private static final PasswordReset DONE = new PasswordReset(ADA, NEXT_VERIFIER, LATER, NOON);

  private final Scenario<AccountId, Account> nobody = Scenario.of(Accounts.STREAM, ADA);

  @Test
  void an_administrator_gives_a_password_for_one_sign_in() {
    nobody.given(REGISTERED, PASSWORD).when(RESET).thenAccepted(DONE);
  }

  @Test
  void a_locked_account_can_be_given_one_and_stays_locked() {
    nobody.given(REGISTERED, PASSWORD, new AccountLocked(ADA, NOON)).when(RESET).thenAccepted(DONE);
  }

  @Test
  void a_second_one_replaces_the_first() {
    nobody.given(REGISTERED, PASSWORD, DONE).when(RESET).thenAccepted(DONE);
  }

  @Test
  void who_is_not_there_gets_none() {
    nobody.when(RESET).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void who_was_forgotten_gets_none() {
    nobody.given(REGISTERED, PASSWORD, ERASED).when(RESET).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }
}
