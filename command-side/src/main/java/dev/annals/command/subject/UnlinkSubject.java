package dev.annals.command.subject;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import java.time.Instant;

/** Frees a subject from whatever account it leads to; sessions that it began go on. */
public record UnlinkSubject(SubjectIndex target, Instant at)
    implements Command<SubjectIndex, SubjectClaim> {
  @Override
  public Decision decide(SubjectClaim claim) {
    return claim
        .holder()
        .map(holder -> Decision.accept(new FederatedSubjectUnlinked(holder, target, at)))
        .orElseGet(() -> Decision.refuse(Refusal.SUBJECT_UNKNOWN));
  }
}
