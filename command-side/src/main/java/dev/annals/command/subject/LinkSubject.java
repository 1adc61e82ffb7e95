package dev.annals.command.subject;

import dev.annals.command.account.Account;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.Sealed;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import java.time.Instant;

/** Lets whoever another issuer vouches for into an account. */
public record LinkSubject(SubjectLink.Id target, Sealed name, Instant at)
    implements Command<SubjectLink.Id, SubjectLink> {
  @Override
  public Decision decide(SubjectLink link) {
    return switch (link.account()) {
      case Account.Registered account when account.isUsable() -> link(link.claim());
      case Account.Registered _ -> Decision.refuse(Refusal.ACCOUNT_NOT_USABLE);
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }

  private Decision link(SubjectClaim claim) {
    if (claim.holder().isEmpty()) {
      return Decision.accept(
          new FederatedSubjectLinked(target.account(), target.subject(), name, at));
    }
    return claim.holder().get().equals(target.account())
        ? Decision.accept()
        : Decision.refuse(Refusal.SUBJECT_TAKEN);
  }
}
