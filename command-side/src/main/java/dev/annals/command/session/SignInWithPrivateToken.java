package dev.annals.command.session;

import dev.annals.client.ApiKey;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.crypto.SecretHash;
import dev.annals.session.RefusalReason;
import java.util.Optional;

/**
 * Begins a session for whoever knows the password and the account's private token as well.
 *
 * @param shown empty when what was shown cannot be anybody's
 */
public record SignInWithPrivateToken(SignIn signIn, Optional<SecretHash> shown)
    implements Command<KeyedAccount.Id, KeyedAccount> {
  @Override
  public KeyedAccount.Id target() {
    return new KeyedAccount.Id(signIn.target());
  }

  /** The password is judged first, whatever else was shown. */
  @Override
  public Decision decide(KeyedAccount keyed) {
    var byPassword = signIn.decide(keyed.account());
    return byPassword instanceof Accepted
            && keyed.account() instanceof Registered account
            && !isGood(keyed.privateToken())
        ? signIn.refuse(account, RefusalReason.WRONG_PRIVATE_TOKEN)
        : byPassword;
  }

  private boolean isGood(ApiKey privateToken) {
    return shown.isPresent() && privateToken.accepts(shown.get(), signIn.attempt().at());
  }
}
