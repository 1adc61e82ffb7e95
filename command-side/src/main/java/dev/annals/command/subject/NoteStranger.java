package dev.annals.command.subject;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.federation.SubjectIndex;
import dev.annals.session.SessionEvent.StrangerRefused;
import java.time.Instant;

/**
 * Records that somebody came whom another issuer vouches for and whom nothing lets in here.
 *
 * @param allowed whether a link to an account would let them in
 */
public record NoteStranger(SubjectIndex target, boolean allowed, Instant at)
    implements Command<SubjectIndex, SubjectClaim> {
  @Override
  public Decision decide(SubjectClaim claim) {
    return allowed && claim.holder().isPresent()
        ? Decision.refuse(Refusal.MOVED)
        : Decision.refuse(Refusal.FEDERATED_SIGN_IN_REFUSED, new StrangerRefused(target, at));
  }
}
