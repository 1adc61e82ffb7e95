package dev.annals.history;

import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has happened once already. */
public record Installation(
    Optional<InstallationFounded> founded,
    List<KeyEncryptionKeyReplaced> replaced,
    Optional<AdministratorAppointed> administrator) {
  static final Installation NOTHING =
      new Installation(Optional.empty(), List.of(), Optional.empty());

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
      case InstallationFounded e ->
          new Installation(Optional.of(e), installation.replaced, installation.administrator);
      case KeyEncryptionKeyReplaced e -> installation.with(e);
      case AdministratorAppointed e ->
          new Installation(installation.founded, installation.replaced, Optional.of(e));
      default -> installation;
    };
  }

  private Installation with(KeyEncryptionKeyReplaced event) {
    var all = new ArrayList<>(replaced);
    all.add(event);
    return new Installation(founded, List.copyOf(all), administrator);
  }

  /** The id of the key-encryption key that the log is sealed under now; empty while it is empty. */
  public Optional<String> kek() {
    return replaced.isEmpty()
        ? founded.flatMap(event -> event.secret().kek())
        : Optional.of(replaced.getLast().current());
  }

  /** The key-encryption keys before this one, the newest first: each is sealed under the next. */
  public List<Sealed> formerKeys() {
    return replaced.reversed().stream().map(KeyEncryptionKeyReplaced::formerKey).toList();
  }
}
