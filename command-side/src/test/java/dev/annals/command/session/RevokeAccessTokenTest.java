package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.REF;
import static dev.annals.command.session.SessionSamples.STARTED;
import static dev.annals.command.session.SessionSamples.issued;
import static dev.annals.command.session.SessionSamples.jti;

import dev.annals.command.decision.Scenario;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.SessionEnded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevokeAccessTokenTest {
  private static final Instant SOON = EIGHT.plusSeconds(60);
  private static final RevokeAccessToken REVOKE = new RevokeAccessToken(REF, jti(0), SOON);
  private static final AccessTokenRevoked REVOKED =
      new AccessTokenRevoked(SESSION, ADA, jti(0), SOON);

  private final Scenario<Ref, Session> session =
      Scenario.of(Sessions.STREAM, REF).given(STARTED, issued(0, EIGHT));

  @Test
  void a_good_token_is_over() {
    session.when(REVOKE).thenAccepted(REVOKED);
  }

  @Test
  void one_of_two_good_tokens_is_over() {
    session.given(issued(1, SOON)).when(REVOKE).thenAccepted(REVOKED);
  }

  @Test
  void what_is_over_already_stays_so() {
    session.given(REVOKED).when(REVOKE).thenAccepted();
    session
        .given(new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, SOON))
        .when(REVOKE)
        .thenAccepted();
    session.when(new RevokeAccessToken(REF, jti(0), EIGHT.plusSeconds(600))).thenAccepted();
  }

  @Test
  void a_token_that_was_never_issued_is_nothing_to_revoke() {
    session.when(new RevokeAccessToken(REF, jti(7), SOON)).thenAccepted();
    Scenario.of(Sessions.STREAM, REF).when(REVOKE).thenAccepted();
  }
}
