package dev.annals.command.installation;

import dev.annals.command.decision.Commands;
import dev.annals.command.key.RotateSharedKey;
import dev.annals.command.key.RotateSigningKey;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.event.Circumstances;
import dev.annals.history.Histories;
import dev.annals.history.Installation;
import dev.annals.history.KeyRings;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import dev.annals.installation.InstallationId;
import dev.annals.session.Family;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Founds what is not founded yet. Two processes that start at once found the same. */
public final class Founding {
  private final Commands commands;
  private final Histories histories;
  private final Sealing sealing;
  private final Randomness randomness;
  private final InstantSource clock;

  public Founding(
      Commands commands,
      Histories histories,
      Sealing sealing,
      Randomness randomness,
      InstantSource clock) {
    this.commands = commands;
    this.histories = histories;
    this.sealing = sealing;
    this.randomness = randomness;
    this.clock = clock;
  }

  /**
   * The installation's secret, made on the very first start.
   *
   * @throws dev.annals.crypto.WrongKey when the key-encryption key is not this installation's
   */
  public InstallationSecret secret() {
    trustFormerKeys();
    if (current().founded().isEmpty()) {
      var id = new InstallationId(randomness.uuid7());
      var secret = InstallationSecret.generate().sealed(sealing);
      var founded = new InstallationFounded(id, secret, clock.instant());
      var _ = commands.send(new FoundInstallation(founded), Circumstances.SYSTEM);
    }
    return InstallationSecret.open(current().founded().orElseThrow().secret(), sealing);
  }

  /**
   * Takes over a log that is sealed under a key given as the previous one.
   *
   * @param previous the id of that key
   */
  public void replaceKek(String previous) {
    if (current().kek().equals(Optional.of(previous))) {
      var former = sealing.sealedKek(previous).orElseThrow();
      var replaced = new KeyEncryptionKeyReplaced(previous, sealing.kek(), former, clock.instant());
      var _ = commands.send(new ReplaceKeyEncryptionKey(replaced), Circumstances.SYSTEM);
    }
    trustFormerKeys();
    var _ = sealing.rewrapDataKeys();
  }

  private void trustFormerKeys() {
    current().formerKeys().forEach(sealing::trust);
  }

  /** Sees to it that a key of the wanted algorithm signs. */
  public void signingKey(SigningAlgorithm wanted, Duration overlap) {
    var active = histories.current(KeyRings.STREAM, KeyRings.Id.ALL).active();
    if (active.map(SigningKeyCreated::algorithm).filter(wanted::equals).isEmpty()) {
      var _ = commands.send(rotate(wanted, active, overlap), Circumstances.SYSTEM);
    }
  }

  /**
   * Sees to it that a secret signs the family's tokens.
   *
   * @param wanted the secret that others verify with as well; any will do where there is none
   */
  public void sharedKey(Family family, Optional<SharedKey> wanted, Duration overlap) {
    var active = histories.current(KeyRings.STREAM, KeyRings.Id.ALL).active(family);
    boolean suits =
        active.map(key -> SharedKey.open(key.kid(), key.secret(), sealing)).stream()
            .anyMatch(key -> wanted.map(key::hasSecretOf).orElse(true));
    if (!suits) {
      var key = wanted.orElseGet(SharedKey::generate);
      var created = new SharedKeyCreated(key.kid(), family, key.sealed(sealing), clock.instant());
      var expected = active.map(SharedKeyCreated::kid);
      var _ = commands.send(new RotateSharedKey(created, expected, overlap), Circumstances.SYSTEM);
    }
  }

  /** A rotation to a key that is made here. */
  public RotateSigningKey rotate(
      SigningAlgorithm algorithm, Optional<SigningKeyCreated> active, Duration overlap) {
    var key = SigningKey.generate(algorithm);
    var created =
        new SigningKeyCreated(
            key.kid(), algorithm, key.publicJwk(), key.sealedPrivateKey(sealing), clock.instant());
    return new RotateSigningKey(created, active.map(SigningKeyCreated::kid), overlap);
  }

  public Installation current() {
    return histories.current(Installation.STREAM, Installation.Id.THIS);
  }
}
