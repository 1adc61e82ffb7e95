package dev.annals.command.installation;

import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.history.Installation;
import dev.annals.session.SessionEvent.RefusalsCounted;
import java.util.List;

/** Records how many refusals there were that have no event of their own. */
public record NoteRefusals(List<RefusalsCounted> counted) implements InstallationCommand {
  @Override
  public Decision decide(Installation installation) {
    return new Accepted(List.copyOf(counted));
  }
}
