package dev.annals.command.installation;

import dev.annals.event.Event;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import java.util.List;
import java.util.Optional;

/** What has happened once already. */
public record Installation(
    Optional<InstallationFounded> founded, Optional<AdministratorAppointed> administrator) {
  static final Installation NOTHING = new Installation(Optional.empty(), Optional.empty());

  public static final EventStream<Id, Installation> STREAM =
      new EventStream<>(
          "installation",
          _ -> NOTHING,
          Installation::evolve,
          _ -> List.of(Facts.tagged("installation:annals")));

  /** The one installation. */
  public enum Id {
    THIS
  }

  static Installation evolve(Installation installation, Event event) {
    return switch (event) {
      case InstallationFounded e -> new Installation(Optional.of(e), installation.administrator);
      case AdministratorAppointed e -> new Installation(installation.founded, Optional.of(e));
      default -> installation;
    };
  }
}
