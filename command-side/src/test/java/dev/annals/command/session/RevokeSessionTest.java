package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.REF;
import static dev.annals.command.session.SessionSamples.STARTED;
import static dev.annals.command.session.SessionSamples.TEN;
import static dev.annals.command.session.SessionSamples.issued;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import org.junit.jupiter.api.Test;

class RevokeSessionTest {
  private static final RevokeSession END = new RevokeSession(REF, TEN);
  private static final SessionEnded ENDED = new SessionEnded(SESSION, ADA, EndReason.REVOKED, TEN);

  private final Scenario<Ref, Session> nothing = Scenario.of(Sessions.STREAM, REF);

  @Test
  void a_session_that_goes_on_is_ended() {
    nothing.given(STARTED, issued(0, EIGHT)).when(END).thenAccepted(ENDED);
  }

  @Test
  void a_session_that_is_over_stays_as_it_is() {
    nothing.given(STARTED, ENDED).when(END).thenAccepted();
    nothing.given(STARTED, new AccountLocked(ADA, EIGHT)).when(END).thenAccepted();
  }

  @Test
  void a_session_that_never_was_is_not_known() {
    nothing.when(END).thenRefused(Refusal.SESSION_UNKNOWN);
  }
}
