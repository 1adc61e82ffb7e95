package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LINKED;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NAME;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.SUBJECT;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import org.junit.jupiter.api.Test;

class EraseAccountTest {
  private static final EraseAccount ERASE = new EraseAccount(ADA, BOB, LATER);

  private final Scenario<Administration.Id, Administration> ada = Administered.adaByBob();

  @Test
  void a_person_is_forgotten_and_the_login_freed() {
    ada.when(ERASE).thenAccepted(new AccountErased(ADA, ADAS, LATER));
  }

  @Test
  void the_login_that_is_freed_is_the_present_one() {
    ada.given(new LoginChanged(ADA, ADAS, FREE, LOGIN, NOON))
        .when(ERASE)
        .thenAccepted(new AccountErased(ADA, FREE, LATER));
  }

  @Test
  void a_locked_account_can_be_erased() {
    ada.given(new AccountLocked(ADA, NOON))
        .when(ERASE)
        .thenAccepted(new AccountErased(ADA, ADAS, LATER));
  }

  @Test
  void every_subject_that_leads_here_is_freed_first() {
    var other = new SubjectIndex("T".repeat(43));
    ada.given(LINKED, new FederatedSubjectLinked(ADA, other, NAME, NOON))
        .when(ERASE)
        .thenAccepted(
            new FederatedSubjectUnlinked(ADA, SUBJECT, LATER),
            new FederatedSubjectUnlinked(ADA, other, LATER),
            new AccountErased(ADA, ADAS, LATER));
  }

  @Test
  void a_subject_that_was_unlinked_is_not_freed_again() {
    ada.given(LINKED, new FederatedSubjectUnlinked(ADA, SUBJECT, NOON))
        .when(ERASE)
        .thenAccepted(new AccountErased(ADA, ADAS, LATER));
  }

  @Test
  void subjects_of_the_administrator_are_left_alone() {
    ada.given(new FederatedSubjectLinked(BOB, SUBJECT, NAME, NOON))
        .when(ERASE)
        .thenAccepted(new AccountErased(ADA, ADAS, LATER));
  }

  @Test
  void nobody_erases_the_own_account() {
    Administered.adaByHerself()
        .when(new EraseAccount(ADA, ADA, LATER))
        .thenRefused(Refusal.OWN_ACCOUNT);
  }
}
