package dev.annals.command.client;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.KEY;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.hash;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.KeyKind;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueApiKeyTest {
  private static final IssueApiKey ISSUE =
      new IssueApiKey(ADA, KEY, "billing", hash('1'), Optional.of(LATER), NOON);

  private final Scenario<AccountId, Account> nobody = Scenario.of(Accounts.STREAM, ADA);
  private final Scenario<AccountId, Account> ada = nobody.given(REGISTERED);

  @Test
  void a_usable_account_gets_a_key() {
    ada.when(ISSUE)
        .thenAccepted(
            new ApiKeyIssued(
                KEY, ADA, KeyKind.API_KEY, "billing", hash('1'), Optional.of(LATER), NOON));
  }

  @Test
  void an_account_out_of_use_gets_none() {
    ada.given(new AccountLocked(ADA, NOON)).when(ISSUE).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
    ada.given(new AccountDisabled(ADA, NOON)).when(ISSUE).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
  }

  @Test
  void who_is_not_there_or_was_forgotten_gets_none() {
    nobody.when(ISSUE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
    ada.given(ERASED).when(ISSUE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }
}
