package dev.annals.command.installation;

import dev.annals.command.decision.Decision;
import dev.annals.history.Installation;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import java.util.Optional;

/** Seals under another key from now on; two processes that start at once with it record it once. */
public record ReplaceKeyEncryptionKey(KeyEncryptionKeyReplaced replaced)
    implements InstallationCommand {
  @Override
  public Decision decide(Installation installation) {
    return installation.kek().equals(Optional.of(replaced.former()))
        ? Decision.accept(replaced)
        : Decision.accept();
  }
}
