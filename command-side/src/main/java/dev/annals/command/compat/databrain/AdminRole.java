package dev.annals.command.compat.databrain;

import dev.annals.account.Role;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Problem;

/** Who may deal with service tokens. */
final class AdminRole {
  /** Of whoever signed the company up, and of those to whom an administrator of ours gave it. */
  static final Role ROLE = new Role("databrain.admin");

  private AdminRole() {}

  /** Goes on only for an admin; others have no such account, as the contract puts it. */
  static void must(Caller caller) {
    if (!caller.is(ROLE)) {
      throw Problem.of(Refusal.ACCOUNT_UNKNOWN);
    }
  }
}
