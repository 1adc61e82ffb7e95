package dev.annals.query.forensics;

import dev.annals.crypto.Sealing;
import dev.annals.event.Circumstances;
import dev.annals.event.Envelope;
import dev.annals.query.forensics.ProvenanceAnswer.Sighting;
import org.jspecify.annotations.Nullable;

/** Opens the circumstances of events for whoever may see them. */
final class Sightings {
  private static final String ADDRESS = "address";

  private final Sealing sealing;

  Sightings(Sealing sealing) {
    this.sealing = sealing;
  }

  Sighting of(Envelope envelope, String what) {
    var circumstances = envelope.circumstances();
    return new Sighting(
        envelope.position(),
        envelope.event().at(),
        what,
        circumstances.actor().value(),
        address(circumstances),
        circumstances.userAgent().orElse(null),
        circumstances.requestId().orElse(null));
  }

  /** Null where there was none, or whose it was is forgotten. */
  @Nullable String address(Circumstances circumstances) {
    return circumstances.address().flatMap(sealed -> sealing.open(sealed, ADDRESS)).orElse(null);
  }
}
