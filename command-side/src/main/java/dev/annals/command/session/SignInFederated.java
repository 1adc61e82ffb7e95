package dev.annals.command.session;

import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Refusal;
import dev.annals.command.subject.SubjectLink;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.Optional;

/** Begins a session for whoever another issuer vouches for; the password has no say in it. */
public record SignInFederated(SubjectLink.Id target, Beginning beginning, Instant at)
    implements Command<SubjectLink.Id, SubjectLink> {
  @Override
  public Decision decide(SubjectLink link) {
    return link.account() instanceof Registered account
            && link.claim().holder().equals(Optional.of(target.account()))
        ? judge(account)
        : Decision.refuse(Refusal.MOVED);
  }

  private Decision judge(Registered account) {
    if (account.locked()) {
      return refuse(account, RefusalReason.LOCKED);
    }
    return account.disabled()
        ? refuse(account, RefusalReason.DISABLED)
        : new Accepted(beginning.events(target.account(), account.roles(), false, at));
  }

  private Decision refuse(Registered account, RefusalReason reason) {
    var login = account.profile().loginIndex();
    return Decision.refuse(
        Refusal.FEDERATED_SIGN_IN_REFUSED,
        new SignInRefused(Optional.of(target.account()), login, reason, at));
  }
}
