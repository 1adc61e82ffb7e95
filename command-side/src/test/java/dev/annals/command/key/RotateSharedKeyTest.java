package dev.annals.command.key;

import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.history.KeyRings;
import dev.annals.session.Family;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotateSharedKeyTest {
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final SharedKeyCreated FIRST = created("first", "datarhei", NOON);
  private static final SharedKeyCreated SECOND = created("second", "datarhei", LATER);
  private static final SharedKeyCreated OTHER = created("other", "databrain", LATER);
  private static final SigningKeyRetired RETIRED =
      new SigningKeyRetired(FIRST.kid(), LATER.plus(OVERLAP), LATER);

  private final Scenario<KeyRings.Id, KeyRing> ring = Scenario.of(KeyRings.STREAM, KeyRings.Id.ALL);

  private static SharedKeyCreated created(String kid, String family, Instant at) {
    return new SharedKeyCreated(new KeyId(kid), new Family(family), new Sealed("kek/AA"), at);
  }

  @Test
  void a_familys_first_key_retires_none_whatever_others_have() {
    ring.when(rotate(FIRST, Optional.empty())).thenAccepted(FIRST);
    ring.given(FIRST).when(rotate(OTHER, Optional.empty())).thenAccepted(OTHER);
  }

  @Test
  void the_next_one_retires_the_one_before() {
    ring.given(FIRST, OTHER)
        .when(rotate(SECOND, Optional.of(FIRST.kid())))
        .thenAccepted(SECOND, RETIRED);
  }

  @Test
  void two_rotations_at_once_are_one() {
    ring.given(FIRST, SECOND, RETIRED)
        .when(rotate(created("third", "datarhei", LATER), Optional.of(FIRST.kid())))
        .thenRefused(Refusal.MOVED);
    ring.given(FIRST).when(rotate(SECOND, Optional.empty())).thenRefused(Refusal.MOVED);
  }

  private static RotateSharedKey rotate(SharedKeyCreated to, Optional<KeyId> expected) {
    return new RotateSharedKey(to, expected, OVERLAP);
  }
}
