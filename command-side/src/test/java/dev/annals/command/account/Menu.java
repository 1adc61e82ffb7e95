package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.account.Role;
import java.util.List;

/** One of every command that an administrator may give: Bob's, about Ada. */
final class Menu {
  static final List<AccountCommand> ALL =
      List.of(
          new GrantRole(ADA, Role.AUDITOR, BOB, NOON),
          new RevokeRole(ADA, Role.AUDITOR, BOB, NOON),
          new LockAccount(ADA, BOB, NOON),
          new UnlockAccount(ADA, BOB, NOON),
          new DisableAccount(ADA, BOB, NOON),
          new EnableAccount(ADA, BOB, NOON),
          new EraseAccount(ADA, BOB, NOON));

  private Menu() {}
}
