package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class GrantRoleTest {
  private static final GrantRole GRANT = new GrantRole(ADA, Role.AUDITOR, BOB, LATER);
  private static final RoleGranted GRANTED = new RoleGranted(ADA, Role.AUDITOR, LATER);

  private final Scenario<Administration.Id, Administration> ada = Administered.adaByBob();

  @Test
  void a_role_is_granted() {
    ada.when(GRANT).thenAccepted(GRANTED);
  }

  @Test
  void a_role_that_is_there_already_is_not_granted_again() {
    ada.given(GRANTED).when(GRANT).thenAccepted();
  }

  @Test
  void one_role_does_not_stand_for_another() {
    ada.given(new RoleGranted(ADA, Role.ADMIN, NOON)).when(GRANT).thenAccepted(GRANTED);
  }

  @Test
  void a_role_that_was_taken_away_can_be_granted_again() {
    ada.given(GRANTED, new RoleRevoked(ADA, Role.AUDITOR, LATER)).when(GRANT).thenAccepted(GRANTED);
  }

  @Test
  void an_account_out_of_use_can_be_given_a_role_for_later() {
    ada.given(new AccountLocked(ADA, NOON), new AccountDisabled(ADA, NOON))
        .when(GRANT)
        .thenAccepted(GRANTED);
  }
}
