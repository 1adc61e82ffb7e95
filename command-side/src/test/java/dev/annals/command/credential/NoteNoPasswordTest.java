package dev.annals.command.credential;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteNoPasswordTest {
  private static final NoteNoPassword NOTE = new NoteNoPassword(ADA, LATER);

  private final Scenario<AccountId, Account> nobody = Scenario.of(Accounts.STREAM, ADA);
  private final Scenario<AccountId, Account> ada = nobody.given(REGISTERED);

  @Test
  void a_password_for_an_account_without_one_is_refused_like_any_other() {
    ada.when(NOTE)
        .thenRefused(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(Optional.of(ADA), ADAS, RefusalReason.NO_PASSWORD, LATER));
  }

  @Test
  void an_account_that_got_a_password_meanwhile_is_looked_at_again() {
    ada.given(PASSWORD).when(NOTE).thenRefused(Refusal.MOVED);
  }

  @Test
  void an_account_that_is_gone_meanwhile_is_looked_at_again() {
    nobody.when(NOTE).thenRefused(Refusal.MOVED);
    ada.given(ERASED).when(NOTE).thenRefused(Refusal.MOVED);
  }
}
