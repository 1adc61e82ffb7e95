package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.BOBS;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.registered;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.command.decision.Scenario;

/** Who decides about Ada. */
final class Administered {
  private Administered() {}

  /** Bob is an administrator, and nobody else is registered. */
  static Scenario<Administration.Id, Administration> nobodyByBob() {
    return Scenario.of(Administration.STREAM, new Administration.Id(ADA, BOB))
        .given(registered(BOB, BOBS), new RoleGranted(BOB, Role.ADMIN, NOON));
  }

  /** Bob is an administrator, and Ada is registered. */
  static Scenario<Administration.Id, Administration> adaByBob() {
    return nobodyByBob().given(REGISTERED);
  }

  /** Ada is an administrator, who decides about herself. */
  static Scenario<Administration.Id, Administration> adaByHerself() {
    return Scenario.of(Administration.STREAM, new Administration.Id(ADA, ADA))
        .given(REGISTERED, new RoleGranted(ADA, Role.ADMIN, NOON));
  }
}
