package dev.annals.command.subject;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LINKED;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NAME;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.SUBJECT;
import static dev.annals.command.decision.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.history.Facts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAccountForSubjectTest {
  private static final SubjectOpening.Id ID = new SubjectOpening.Id(ADAS, SUBJECT);
  private static final OpenAccountForSubject OPEN =
      new OpenAccountForSubject(ID, ADA, LOGIN, NAME, LATER);

  private final Scenario<SubjectOpening.Id, SubjectOpening> nobody =
      Scenario.of(SubjectOpening.STREAM, ID);

  private static void opens(Scenario<SubjectOpening.Id, SubjectOpening> scenario) {
    scenario
        .when(OPEN)
        .thenAccepted(
            new AccountRegistered(ADA, ADAS, LOGIN, Optional.empty(), LATER),
            new FederatedSubjectLinked(ADA, SUBJECT, NAME, LATER));
  }

  @Test
  void an_account_without_a_password_is_opened_and_linked_at_once() {
    opens(nobody);
  }

  @Test
  void a_subject_that_leads_somewhere_gets_no_second_account() {
    nobody.given(LINKED).when(OPEN).thenRefused(Refusal.SUBJECT_TAKEN);
  }

  @Test
  void a_subject_that_was_unlinked_gets_another_account() {
    opens(nobody.given(LINKED, new FederatedSubjectUnlinked(ADA, SUBJECT, NOON)));
  }

  @Test
  void a_login_that_somebody_holds_is_not_taken_away() {
    nobody.given(registered(BOB, ADAS)).when(OPEN).thenRefused(Refusal.LOGIN_TAKEN);
  }

  @Test
  void it_rests_on_the_login_and_on_the_subject() {
    assertThat(SubjectOpening.STREAM.facts().apply(ID))
        .containsExactly(Facts.tagged("login:" + ADAS), Facts.tagged("subject:" + SUBJECT));
  }
}
