package dev.annals.command.subject;

import dev.annals.account.AccountId;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import java.util.Optional;

/** Whom a federated subject leads to, if anyone. */
public record SubjectClaim(SubjectIndex subject, Optional<AccountId> holder) {
  static SubjectClaim free(SubjectIndex subject) {
    return new SubjectClaim(subject, Optional.empty());
  }

  /** An erasure unlinks as well, so that nothing else frees a subject. */
  public static SubjectClaim evolve(SubjectClaim claim, Event event) {
    return event instanceof FederationEvent e && e.subject().equals(claim.subject)
        ? claim.after(e)
        : claim;
  }

  private SubjectClaim after(FederationEvent event) {
    return switch (event) {
      case FederatedSubjectLinked e -> new SubjectClaim(subject, Optional.of(e.account()));
      case FederatedSubjectUnlinked _ -> free(subject);
    };
  }
}
