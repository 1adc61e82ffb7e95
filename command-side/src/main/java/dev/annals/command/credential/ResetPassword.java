package dev.annals.command.credential;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.crypto.Sealed;
import java.time.Instant;

/** An administrator gives a password that is good for one sign-in, where it must be changed. */
public record ResetPassword(AccountId target, Sealed verifier, Instant goodUntil, Instant at)
    implements CredentialCommand {
  @Override
  public Decision decide(Account account) {
    return switch (account) {
      case Account.Registered _ ->
          Decision.accept(new PasswordReset(target, verifier, goodUntil, at));
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }
}
