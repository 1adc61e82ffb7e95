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
import org.junit.jupiter.api.Test;

class UnlinkSubjectTest {
  private static final UnlinkSubject UNLINK = new UnlinkSubject(SUBJECT, LATER);
  private static final FederatedSubjectUnlinked DONE =
      new FederatedSubjectUnlinked(ADA, SUBJECT, LATER);

  private final Scenario<SubjectIndex, SubjectClaim> subject =
      Scenario.of(SubjectClaims.STREAM, SUBJECT);

  @Test
  void a_subject_is_freed_from_whom_it_leads_to() {
    subject.given(LINKED).when(UNLINK).thenAccepted(DONE);
  }

  @Test
  void a_subject_that_leads_nowhere_is_refused_lest_a_misspelt_one_seem_done() {
    subject.when(UNLINK).thenRefused(Refusal.SUBJECT_UNKNOWN);
    subject.given(LINKED, DONE).when(UNLINK).thenRefused(Refusal.SUBJECT_UNKNOWN);
  }

  @Test
  void what_became_of_other_subjects_does_not_matter() {
    var other = new FederatedSubjectLinked(ADA, new SubjectIndex("T".repeat(43)), NAME, NOON);
    subject.given(other).when(UNLINK).thenRefused(Refusal.SUBJECT_UNKNOWN);
  }
}
