package dev.annals.command.key;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.crypto.KeyId;
import dev.annals.history.KeyRings;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets another secret sign a foreign family's tokens from now on.
 *
 * @param expected the key that signs as far as the caller knows, so that two rotations at once are
 *     one; empty before there was any
 * @param overlap how long tokens under the retired key are still believed
 */
public record RotateSharedKey(SharedKeyCreated created, Optional<KeyId> expected, Duration overlap)
    implements Command<KeyRings.Id, KeyRing> {
  @Override
  public KeyRings.Id target() {
    return KeyRings.Id.ALL;
  }

  @Override
  public Decision decide(KeyRing ring) {
    var active = ring.active(created.family()).map(SharedKeyCreated::kid);
    return new Rotation(expected, overlap, created.at()).decide(active, created);
  }
}
