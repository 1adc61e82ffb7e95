package dev.annals.command.key;

import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.KeyId;
import dev.annals.event.Event;
import dev.annals.token.SigningKeyEvent;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** How one key takes the place of another, whatever it signs. */
record Rotation(Optional<KeyId> expected, Duration overlap, Instant at) {
  Decision decide(Optional<KeyId> active, SigningKeyEvent created) {
    if (!active.equals(expected)) {
      return Decision.refuse(Refusal.MOVED);
    }
    var events = new ArrayList<Event>();
    events.add(created);
    active.ifPresent(kid -> events.add(new SigningKeyRetired(kid, at.plus(overlap), at)));
    return new Accepted(events);
  }
}
