package dev.annals.command.subject;

import dev.annals.account.LoginIndex;
import dev.annals.command.login.LoginClaim;
import dev.annals.command.login.LoginClaims;
import dev.annals.event.Event;
import dev.annals.federation.SubjectIndex;
import dev.annals.history.EventStream;
import java.util.List;

/** A subject, and the login of the account that is to be opened for it: both must be free. */
public record SubjectOpening(LoginClaim login, SubjectClaim subject) {
  public static final EventStream<Id, SubjectOpening> STREAM =
      new EventStream<>(
          "subject-opening",
          SubjectOpening::nothing,
          SubjectOpening::evolve,
          id -> List.of(LoginClaims.facts(id.login()), SubjectClaims.facts(id.subject())));

  /** Under which login, for whom. */
  public record Id(LoginIndex login, SubjectIndex subject) {}

  private static SubjectOpening nothing(Id id) {
    return new SubjectOpening(
        LoginClaims.STREAM.initial().apply(id.login()), SubjectClaim.free(id.subject()));
  }

  private static SubjectOpening evolve(SubjectOpening opening, Event event) {
    return new SubjectOpening(
        LoginClaim.evolve(opening.login, event), SubjectClaim.evolve(opening.subject, event));
  }
}
