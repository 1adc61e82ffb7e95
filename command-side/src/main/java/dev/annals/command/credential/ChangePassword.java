package dev.annals.command.credential;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Credential;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.crypto.Sealed;
import dev.annals.session.SessionId;

/**
 * The owner, who knows the current password, chooses another; all other sessions end.
 *
 * @param unchanged what was typed as the new password was typed as the current one as well; said
 *     only to who knows that one
 */
public record ChangePassword(Attempt attempt, SessionId session, Sealed verifier, boolean unchanged)
    implements CredentialCommand {
  @Override
  public AccountId target() {
    return attempt.account();
  }

  @Override
  public Decision decide(Account account) {
    return account instanceof Registered known && known.isUsable() && known.credential().isPresent()
        ? judge(known.credential().get())
        : Decision.refuse(Refusal.ACCOUNT_NOT_USABLE);
  }

  private Decision judge(Credential credential) {
    if (attempt.isStale(credential)) {
      return Decision.refuse(Refusal.MOVED);
    }
    if (credential.isWaiting(attempt.at())) {
      return Decision.refuse(Refusal.CURRENT_PASSWORD_REFUSED);
    }
    if (!attempt.proof().matches()) {
      return Decision.refuse(Refusal.CURRENT_PASSWORD_REFUSED, attempt.rejected(credential));
    }
    return unchanged
        ? Decision.refuse(Refusal.PASSWORD_UNCHANGED)
        : Decision.accept(new PasswordChanged(target(), session, verifier, attempt.at()));
  }
}
