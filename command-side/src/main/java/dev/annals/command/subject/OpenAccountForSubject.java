package dev.annals.command.subject;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.Sealed;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import java.time.Instant;
import java.util.Optional;

/** Opens an account without a password for a subject that leads to none yet. */
public record OpenAccountForSubject(
    SubjectOpening.Id target, AccountId account, Sealed login, Sealed name, Instant at)
    implements Command<SubjectOpening.Id, SubjectOpening> {
  @Override
  public Decision decide(SubjectOpening opening) {
    if (opening.subject().holder().isPresent()) {
      return Decision.refuse(Refusal.SUBJECT_TAKEN);
    }
    return opening.login().holder().isPresent()
        ? Decision.refuse(Refusal.LOGIN_TAKEN)
        : Decision.accept(
            new AccountRegistered(account, target.login(), login, Optional.empty(), at),
            new FederatedSubjectLinked(account, target.subject(), name, at));
  }
}
