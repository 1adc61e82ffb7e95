package dev.annals.command.login;

import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.command.account.Account;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.Sealed;
import java.time.Instant;

/** Gives an account another login and frees the one it had. */
public record ChangeLogin(LoginChange.Id target, Sealed login, Instant at)
    implements Command<LoginChange.Id, LoginChange> {
  @Override
  public Decision decide(LoginChange change) {
    return switch (change.account()) {
      case Account.Registered account -> change(account, change.claim());
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }

  private Decision change(Account.Registered account, LoginClaim claim) {
    if (claim.holder().isEmpty()) {
      var previous = account.profile().loginIndex();
      return Decision.accept(
          new LoginChanged(target.account(), previous, target.wanted(), login, at));
    }
    return claim.holder().get().equals(target.account())
        ? Decision.accept()
        : Decision.refuse(Refusal.LOGIN_TAKEN);
  }
}
