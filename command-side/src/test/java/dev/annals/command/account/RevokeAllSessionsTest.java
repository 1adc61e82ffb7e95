package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.REGISTERED;

import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class RevokeAllSessionsTest {
  private static final AllSessionsRevoked REVOKED = new AllSessionsRevoked(ADA, LATER);

  @Test
  void every_time_ends_the_sessions_begun_since_the_last() {
    Scenario.of(Accounts.STREAM, ADA)
        .given(REGISTERED, REVOKED)
        .when(new RevokeAllSessions(ADA, LATER))
        .thenAccepted(REVOKED);
  }
}
