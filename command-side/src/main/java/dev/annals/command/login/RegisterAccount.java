package dev.annals.command.login;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.crypto.Sealed;
import java.time.Instant;
import java.util.Optional;

/** Opens an account under a login that nobody holds. */
public record RegisterAccount(
    LoginIndex target,
    AccountId account,
    Sealed login,
    Optional<Sealed> displayName,
    Sealed verifier,
    Instant at)
    implements LoginCommand {
  @Override
  public Decision decide(LoginClaim claim) {
    return claim.holder().isPresent()
        ? Decision.refuse(Refusal.LOGIN_TAKEN)
        : Decision.accept(
            new AccountRegistered(account, target, login, displayName, at),
            new PasswordSet(account, verifier, at));
  }
}
