package dev.annals.command.key;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.crypto.KeyId;
import dev.annals.history.KeyRings;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets another key sign from now on.
 *
 * @param expected the key that signs as far as the caller knows, so that two rotations at once are
 *     one; empty before there was any
 * @param overlap how long the retired key stays published: the longest life of a token
 */
public record RotateSigningKey(
    SigningKeyCreated created, Optional<KeyId> expected, Duration overlap)
    implements Command<KeyRings.Id, KeyRing> {
  @Override
  public KeyRings.Id target() {
    return KeyRings.Id.ALL;
  }

  @Override
  public Decision decide(KeyRing ring) {
    var active = ring.active().map(SigningKeyCreated::kid);
    return new Rotation(expected, overlap, created.at()).decide(active, created);
  }
}
