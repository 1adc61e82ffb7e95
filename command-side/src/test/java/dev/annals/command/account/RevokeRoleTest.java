package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import org.junit.jupiter.api.Test;

class RevokeRoleTest {
  private final Scenario<Administration.Id, Administration> ada =
      Administered.adaByBob()
          .given(new RoleGranted(ADA, Role.ADMIN, NOON), new RoleGranted(ADA, Role.AUDITOR, NOON));

  @Test
  void a_role_is_taken_away_by_another() {
    ada.when(new RevokeRole(ADA, Role.ADMIN, BOB, LATER))
        .thenAccepted(new RoleRevoked(ADA, Role.ADMIN, LATER));
  }

  @Test
  void a_role_that_is_not_there_is_not_taken_away_again() {
    ada.given(new RoleRevoked(ADA, Role.AUDITOR, NOON))
        .when(new RevokeRole(ADA, Role.AUDITOR, BOB, LATER))
        .thenAccepted();
  }

  @Test
  void nobody_takes_the_administrators_role_from_himself() {
    Administered.adaByHerself()
        .when(new RevokeRole(ADA, Role.ADMIN, ADA, LATER))
        .thenRefused(Refusal.OWN_ACCOUNT);
  }

  @Test
  void the_own_role_of_an_auditor_may_be_given_up() {
    Administered.adaByHerself()
        .given(new RoleGranted(ADA, Role.AUDITOR, NOON))
        .when(new RevokeRole(ADA, Role.AUDITOR, ADA, LATER))
        .thenAccepted(new RoleRevoked(ADA, Role.AUDITOR, LATER));
  }
}
