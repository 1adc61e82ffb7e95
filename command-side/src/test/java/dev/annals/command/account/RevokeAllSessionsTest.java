package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.REGISTERED;

import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountId;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class RevokeAllSessionsTest {
  private static final RevokeAllSessions REVOKE = new RevokeAllSessions(ADA, LATER);
  private static final AllSessionsRevoked REVOKED = new AllSessionsRevoked(ADA, LATER);

  private final Scenario<AccountId, Account> nobody = Scenario.of(Accounts.STREAM, ADA);

  @Test
  void every_time_ends_the_sessions_begun_since_the_last() {
    nobody.given(REGISTERED, REVOKED).when(REVOKE).thenAccepted(REVOKED);
  }

  @Test
  void where_there_is_no_account_there_are_no_sessions() {
    nobody.when(REVOKE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
    nobody.given(REGISTERED, ERASED).when(REVOKE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }
}
