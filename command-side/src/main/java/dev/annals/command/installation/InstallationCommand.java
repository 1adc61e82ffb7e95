package dev.annals.command.installation;

import dev.annals.command.decision.Command;
import dev.annals.history.Installation;

/** The menu: what is asked of the installation as a whole. */
public sealed interface InstallationCommand extends Command<Installation.Id, Installation>
    permits FoundInstallation,
        ReplaceKeyEncryptionKey,
        AppointAdministrator,
        NoteRefusals,
        NoteReading {
  @Override
  default Installation.Id target() {
    return Installation.Id.THIS;
  }
}
