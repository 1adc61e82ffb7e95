package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.KID;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.hash;
import static dev.annals.command.decision.Samples.sealed;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.REF;
import static dev.annals.command.session.SessionSamples.jti;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.PasswordProof;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.WaitPolicy;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.history.TokenOrigin;
import dev.annals.history.TokenOrigin.Issued;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions of families that have tokens of their own. */
class ForeignSessionTest {
  private static final Family FAMILY = new Family("datarhei");
  private static final Instant END = EIGHT.plusSeconds(87_000);
  private static final ForeignGrant ACCESS = grant(0, TokenUse.ACCESS, 600);
  private static final ForeignGrant REFRESH = grant(1, TokenUse.REFRESH, 86_400);
  private static final SessionStarted STARTED =
      new SessionStarted(SESSION, ADA, FAMILY, SignInMethod.PASSWORD, END, false, EIGHT);
  private static final Instant SOON = EIGHT.plusSeconds(60);

  private final Scenario<AccountId, Account> ada =
      Scenario.of(Accounts.STREAM, ADA).given(REGISTERED, PASSWORD);
  private final Scenario<Ref, Session> session =
      Scenario.of(Sessions.STREAM, REF).given(STARTED, issued(EIGHT, ACCESS, REFRESH));

  private static ForeignGrant grant(int jti, TokenUse use, long seconds) {
    return new ForeignGrant(
        jti(jti), KID, use, EIGHT, EIGHT.plusSeconds(seconds), sealed("foreign"), hash('f'));
  }

  private static ForeignTokensIssued issued(Instant at, ForeignGrant... grants) {
    return new ForeignTokensIssued(SESSION, ADA, List.of(grants), at);
  }

  private static SignIn signIn() {
    var policy = new WaitPolicy(3, Duration.ofSeconds(30), Duration.ofMinutes(15));
    var attempt = new Attempt(ADA, new PasswordProof(VERIFIER, true), policy, EIGHT);
    var terms = new ForeignTerms(List.of(ACCESS, REFRESH), END, EIGHT);
    var beginning = new Beginning(SESSION, FAMILY, SignInMethod.PASSWORD, terms);
    return new SignIn(attempt, beginning, Optional.empty());
  }

  private static IssueForeignTokens refresh(int shown, Instant at) {
    var next = grant(2, TokenUse.ACCESS, 660);
    return new IssueForeignTokens(REF, jti(shown), new ForeignTerms(List.of(next), END, at));
  }

  @Test
  void a_sign_in_begins_a_session_with_the_tokens_that_the_family_drafted() {
    ada.when(signIn()).thenAccepted(STARTED, issued(EIGHT, ACCESS, REFRESH));
  }

  @Test
  void a_one_time_password_is_refused_and_stays_unused_where_it_cannot_be_changed() {
    ada.given(new PasswordReset(ADA, VERIFIER, EIGHT.plusSeconds(1), NOON))
        .when(signIn())
        .thenRefused(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(
                Optional.of(ADA), ADAS, RefusalReason.PASSWORD_CHANGE_REQUIRED, EIGHT));
  }

  @Test
  void a_refresh_token_gives_another_access_token_as_often_as_it_is_shown() {
    session.when(refresh(1, SOON)).thenAccepted(issued(SOON, grant(2, TokenUse.ACCESS, 660)));
    session
        .given(issued(SOON, grant(3, TokenUse.ACCESS, 660)))
        .when(refresh(1, SOON))
        .thenAccepted(issued(SOON, grant(2, TokenUse.ACCESS, 660)));
  }

  @Test
  void an_access_token_an_expired_one_and_an_unknown_one_give_none() {
    session.when(refresh(0, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
    session.when(refresh(1, EIGHT.plusSeconds(86_400))).thenRefused(Refusal.REFRESH_REFUSED);
    session.when(refresh(7, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
  }

  /** Whoever reads only the latest events of a session relies on it. */
  @Test
  void a_session_of_theirs_never_gives_tokens_of_ours_nor_the_other_way_round() {
    session
        .when(new RefreshToken(REF, 0, hash('f'), SessionSamples.terms(1, SOON)))
        .thenRefused(Refusal.REFRESH_REFUSED);
    var ours =
        Scenario.of(Sessions.STREAM, REF)
            .given(SessionSamples.STARTED, SessionSamples.issued(0, EIGHT));
    ours.when(refresh(0, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
    ours.when(refresh(1, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void once_the_session_is_over_there_are_no_more_tokens() {
    session
        .given(new SessionEnded(SESSION, ADA, EndReason.REVOKED, SOON))
        .when(refresh(1, SOON))
        .thenRefused(Refusal.REFRESH_REFUSED);
    Scenario.of(Sessions.STREAM, REF).when(refresh(1, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void a_revoked_token_leaves_a_session_that_has_others_and_ends_one_that_has_none() {
    var revoke = new RevokeAccessToken(REF, jti(0), SOON);
    var revoked = new AccessTokenRevoked(SESSION, ADA, jti(0), SOON);

    session.when(revoke).thenAccepted(revoked);
    Scenario.of(Sessions.STREAM, REF)
        .given(STARTED, issued(EIGHT, ACCESS))
        .when(revoke)
        .thenAccepted(revoked, new SessionEnded(SESSION, ADA, EndReason.REVOKED, SOON));
  }

  @Test
  void a_token_leads_to_what_was_issued_and_to_nothing_else() {
    var origin =
        Scenario.of(TokenOrigin.STREAM, jti(1)).given(issued(EIGHT, ACCESS, REFRESH)).state();
    var other = Scenario.of(TokenOrigin.STREAM, jti(7)).given(issued(EIGHT, ACCESS)).state();

    assertThat(origin.issued()).contains(new Issued(REF, REFRESH));
    assertThat(other.issued()).isEmpty();
  }
}
