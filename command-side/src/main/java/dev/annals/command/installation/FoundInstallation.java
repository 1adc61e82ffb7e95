package dev.annals.command.installation;

import dev.annals.command.decision.Decision;
import dev.annals.history.Installation;
import dev.annals.installation.InstallationEvent.InstallationFounded;

/** Begins the log with a secret that only the holder of the key-encryption key can open. */
public record FoundInstallation(InstallationFounded founded) implements InstallationCommand {
  @Override
  public Decision decide(Installation installation) {
    return installation.founded().isPresent() ? Decision.accept() : Decision.accept(founded);
  }
}
