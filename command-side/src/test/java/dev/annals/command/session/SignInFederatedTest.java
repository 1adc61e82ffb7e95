package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.LINKED;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NAME;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.SUBJECT;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.TEN;
import static dev.annals.command.session.SessionSamples.issued;
import static dev.annals.command.session.SessionSamples.terms;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.command.subject.SubjectLink;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SignInMethod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInFederatedTest {
  private static final SubjectLink.Id ID = new SubjectLink.Id(ADA, SUBJECT);
  private static final SignInFederated SIGN_IN =
      new SignInFederated(
          ID,
          new Beginning(SESSION, Family.ANNALS, SignInMethod.FEDERATED, terms(0, EIGHT)),
          EIGHT);
  private static final SessionStarted STARTED =
      new SessionStarted(SESSION, ADA, Family.ANNALS, SignInMethod.FEDERATED, TEN, false, EIGHT);
  private static final Event LOCKED = new AccountLocked(ADA, NOON);
  private static final Event DISABLED = new AccountDisabled(ADA, NOON);

  private final Scenario<SubjectLink.Id, SubjectLink> nobody = Scenario.of(SubjectLink.STREAM, ID);
  private final Scenario<SubjectLink.Id, SubjectLink> ada = nobody.given(REGISTERED, LINKED);

  private static SignInRefused refused(RefusalReason reason) {
    return new SignInRefused(Optional.of(ADA), ADAS, reason, EIGHT);
  }

  @Test
  void a_subject_that_leads_to_the_account_begins_a_session() {
    ada.when(SIGN_IN).thenAccepted(STARTED, issued(0, EIGHT));
  }

  @Test
  void the_tokens_name_the_roles_the_account_has() {
    ada.given(new RoleGranted(ADA, Role.AUDITOR, NOON))
        .when(SIGN_IN)
        .thenAccepted(STARTED, issued(0, EIGHT, AccessGrant.FULL_SCOPE, List.of(Role.AUDITOR)));
  }

  @Test
  void the_password_has_no_say_in_it() {
    var wait = new PasswordRejected(ADA, 5, Optional.of(EIGHT.plusSeconds(60)), NOON);
    var oneTime = new PasswordReset(ADA, VERIFIER, EIGHT.plusSeconds(1), NOON);

    ada.given(PASSWORD, wait).when(SIGN_IN).thenAccepted(STARTED, issued(0, EIGHT));
    ada.given(PASSWORD, oneTime).when(SIGN_IN).thenAccepted(STARTED, issued(0, EIGHT));
  }

  @Test
  void a_locked_account_refuses_whoever_vouches() {
    ada.given(LOCKED)
        .when(SIGN_IN)
        .thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, refused(RefusalReason.LOCKED));
    ada.given(DISABLED, LOCKED)
        .when(SIGN_IN)
        .thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, refused(RefusalReason.LOCKED));
  }

  @Test
  void a_disabled_account_refuses_whoever_vouches() {
    ada.given(DISABLED)
        .when(SIGN_IN)
        .thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, refused(RefusalReason.DISABLED));
  }

  @Test
  void an_account_that_is_in_use_again_lets_in_again() {
    ada.given(LOCKED, DISABLED, new AccountUnlocked(ADA, NOON), new AccountEnabled(ADA, NOON))
        .when(SIGN_IN)
        .thenAccepted(STARTED, issued(0, EIGHT));
  }

  @Test
  void the_refusal_names_the_login_the_account_has_now() {
    ada.given(new LoginChanged(ADA, ADAS, FREE, LOGIN, NOON), LOCKED)
        .when(SIGN_IN)
        .thenRefused(
            Refusal.FEDERATED_SIGN_IN_REFUSED,
            new SignInRefused(Optional.of(ADA), FREE, RefusalReason.LOCKED, EIGHT));
  }

  @Test
  void a_link_that_is_gone_or_leads_elsewhere_by_now_is_looked_for_again() {
    var unlinked = new FederatedSubjectUnlinked(ADA, SUBJECT, NOON);

    nobody.given(REGISTERED).when(SIGN_IN).thenRefused(Refusal.MOVED);
    ada.given(unlinked).when(SIGN_IN).thenRefused(Refusal.MOVED);
    ada.given(unlinked, new FederatedSubjectLinked(BOB, SUBJECT, NAME, NOON), LOCKED)
        .when(SIGN_IN)
        .thenRefused(Refusal.MOVED);
  }

  @Test
  void an_account_that_is_not_there_or_not_any_more_is_looked_for_again() {
    nobody.when(SIGN_IN).thenRefused(Refusal.MOVED);
    nobody.given(LINKED).when(SIGN_IN).thenRefused(Refusal.MOVED);
    ada.given(ERASED).when(SIGN_IN).thenRefused(Refusal.MOVED);
  }
}
