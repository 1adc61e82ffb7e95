package dev.annals.command.credential;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.Optional;

/** Records that somebody tried a password on an account that has none. */
public record NoteNoPassword(AccountId target, Instant at) implements CredentialCommand {
  @Override
  public Decision decide(Account account) {
    return account instanceof Registered known && known.credential().isEmpty()
        ? Decision.refuse(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(
                Optional.of(target), known.profile().loginIndex(), RefusalReason.NO_PASSWORD, at))
        : Decision.refuse(Refusal.MOVED);
  }
}
