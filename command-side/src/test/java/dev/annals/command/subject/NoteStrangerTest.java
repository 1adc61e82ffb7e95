package dev.annals.command.subject;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LINKED;
import static dev.annals.command.decision.Samples.NAME;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.SUBJECT;

import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import dev.annals.session.SessionEvent.StrangerRefused;
import org.junit.jupiter.api.Test;

class NoteStrangerTest {
  private static final NoteStranger ALLOWED = new NoteStranger(SUBJECT, true, LATER);
  private static final NoteStranger UNLISTED = new NoteStranger(SUBJECT, false, LATER);
  private static final StrangerRefused DONE = new StrangerRefused(SUBJECT, LATER);

  private final Scenario<SubjectIndex, SubjectClaim> subject =
      Scenario.of(SubjectClaims.STREAM, SUBJECT);

  @Test
  void somebody_who_leads_to_no_account_is_refused_and_recorded() {
    subject.when(ALLOWED).thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, DONE);
  }

  @Test
  void somebody_who_was_unlinked_is_a_stranger_again() {
    subject
        .given(LINKED, new FederatedSubjectUnlinked(ADA, SUBJECT, NOON))
        .when(ALLOWED)
        .thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, DONE);
  }

  @Test
  void links_of_others_do_not_matter() {
    subject
        .given(new FederatedSubjectLinked(ADA, new SubjectIndex("T".repeat(43)), NAME, NOON))
        .when(ALLOWED)
        .thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, DONE);
  }

  @Test
  void somebody_who_was_linked_meanwhile_is_looked_for_again() {
    subject.given(LINKED).when(ALLOWED).thenRefused(Refusal.MOVED);
  }

  @Test
  void somebody_whom_the_settings_do_not_allow_is_refused_even_if_linked() {
    subject.when(UNLISTED).thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, DONE);
    subject.given(LINKED).when(UNLISTED).thenRefused(Refusal.FEDERATED_SIGN_IN_REFUSED, DONE);
  }
}
