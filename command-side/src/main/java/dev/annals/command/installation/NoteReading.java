package dev.annals.command.installation;

import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.command.decision.Decision;
import dev.annals.history.Installation;

/** Records that somebody read about others, before they are answered. */
public record NoteReading(AuditTrailRead read) implements InstallationCommand {
  @Override
  public Decision decide(Installation installation) {
    return Decision.accept(read);
  }
}
