package dev.annals.command.subject;

import dev.annals.federation.SubjectIndex;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import java.util.List;

/** How claims of federated subjects are put together. */
public final class SubjectClaims {
  public static final EventStream<SubjectIndex, SubjectClaim> STREAM =
      new EventStream<>(
          "subject", SubjectClaim::free, SubjectClaim::evolve, subject -> List.of(facts(subject)));

  private SubjectClaims() {}

  /** Everything that linked the subject to an account or freed it. */
  public static Facts facts(SubjectIndex subject) {
    return Facts.tagged("subject:" + subject);
  }
}
