package dev.annals.command.login;

import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.Optional;

/** Records that somebody tried a login that leads nowhere. */
public record NoteUnknownLogin(LoginIndex target, Instant at) implements LoginCommand {
  @Override
  public Decision decide(LoginClaim claim) {
    return claim.holder().isPresent()
        ? Decision.refuse(Refusal.MOVED)
        : Decision.refuse(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(Optional.empty(), target, RefusalReason.UNKNOWN_LOGIN, at));
  }
}
