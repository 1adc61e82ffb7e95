package dev.annals.command.subject;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LINKED;
import static dev.annals.command.decision.Samples.NAME;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import dev.annals.history.Facts;
import org.junit.jupiter.api.Test;

class LinkSubjectTest {
  private static final SubjectLink.Id ID = new SubjectLink.Id(ADA, SUBJECT);
  private static final LinkSubject LINK = new LinkSubject(ID, NAME, LATER);
  private static final FederatedSubjectLinked DONE =
      new FederatedSubjectLinked(ADA, SUBJECT, NAME, LATER);
  private static final FederatedSubjectLinked BOBS =
      new FederatedSubjectLinked(BOB, SUBJECT, NAME, NOON);

  private final Scenario<SubjectLink.Id, SubjectLink> nobody = Scenario.of(SubjectLink.STREAM, ID);
  private final Scenario<SubjectLink.Id, SubjectLink> ada = nobody.given(REGISTERED);

  @Test
  void a_subject_that_leads_nowhere_is_linked() {
    ada.when(LINK).thenAccepted(DONE);
  }

  @Test
  void a_subject_that_leads_here_already_needs_no_link() {
    ada.given(LINKED).when(LINK).thenAccepted();
  }

  @Test
  void a_subject_that_leads_to_somebody_else_is_refused() {
    ada.given(BOBS).when(LINK).thenRefused(Refusal.SUBJECT_TAKEN);
  }

  @Test
  void a_subject_that_was_unlinked_is_free() {
    ada.given(BOBS, new FederatedSubjectUnlinked(BOB, SUBJECT, NOON)).when(LINK).thenAccepted(DONE);
  }

  @Test
  void another_subject_of_the_account_is_another_matter() {
    ada.given(new FederatedSubjectLinked(ADA, new SubjectIndex("T".repeat(43)), NAME, NOON))
        .when(LINK)
        .thenAccepted(DONE);
  }

  @Test
  void an_account_that_does_not_exist_is_refused() {
    nobody.when(LINK).thenRefused(Refusal.ACCOUNT_UNKNOWN);
    nobody.given(BOBS).when(LINK).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void an_account_that_was_erased_is_refused() {
    ada.given(ERASED).when(LINK).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void an_account_that_is_not_in_use_is_refused() {
    ada.given(new AccountLocked(ADA, NOON)).when(LINK).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
    ada.given(new AccountDisabled(ADA, NOON)).when(LINK).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
    ada.given(new AccountLocked(ADA, NOON), new AccountUnlocked(ADA, NOON))
        .when(LINK)
        .thenAccepted(DONE);
  }

  @Test
  void it_rests_on_the_account_and_on_the_subject() {
    assertThat(SubjectLink.STREAM.facts().apply(ID))
        .containsExactly(Facts.tagged("account:" + ADA), Facts.tagged("subject:" + SUBJECT));
  }
}
