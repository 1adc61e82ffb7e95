package dev.annals.command.key;

import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.history.Facts;
import dev.annals.history.KeyRings;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotateSigningKeyTest {
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final SigningKeyCreated FIRST = created("first", NOON);
  private static final SigningKeyCreated SECOND = created("second", LATER);
  private static final SigningKeyCreated THIRD = created("third", LATER);
  private static final SigningKeyRetired RETIRED =
      new SigningKeyRetired(FIRST.kid(), LATER.plus(OVERLAP), LATER);

  private final Scenario<KeyRings.Id, KeyRing> empty =
      Scenario.of(KeyRings.STREAM, KeyRings.Id.ALL);

  private static SigningKeyCreated created(String kid, Instant at) {
    return new SigningKeyCreated(
        new KeyId(kid), SigningAlgorithm.EDDSA, "{}", new Sealed("kek/AA"), at);
  }

  private static RotateSigningKey rotate(SigningKeyCreated to, Optional<KeyId> expected) {
    return new RotateSigningKey(to, expected, OVERLAP);
  }

  @Test
  void the_first_key_retires_none() {
    empty.when(rotate(FIRST, Optional.empty())).thenAccepted(FIRST);
  }

  @Test
  void the_next_one_retires_the_one_before_when_its_last_token_has_expired() {
    var rotated = empty.given(FIRST, SECOND, RETIRED).state();

    empty.given(FIRST).when(rotate(SECOND, Optional.of(FIRST.kid()))).thenAccepted(SECOND, RETIRED);
    assertThat(rotated.active()).contains(SECOND);
    var old = requireNonNull(rotated.keys().get(FIRST.kid()));
    assertThat(old.isPublished(LATER.plusSeconds(599))).isTrue();
    assertThat(old.isPublished(LATER.plusSeconds(600))).isFalse();
  }

  @Test
  void two_rotations_at_once_are_one() {
    empty
        .given(FIRST, SECOND, RETIRED)
        .when(rotate(THIRD, Optional.of(FIRST.kid())))
        .thenRefused(Refusal.MOVED);
  }

  @Test
  void two_first_keys_at_once_are_one() {
    empty.given(FIRST).when(rotate(SECOND, Optional.empty())).thenRefused(Refusal.MOVED);
  }

  @Test
  void a_key_that_was_never_there_is_not_replaced() {
    empty.when(rotate(SECOND, Optional.of(FIRST.kid()))).thenRefused(Refusal.MOVED);
  }

  @Test
  void a_decision_on_the_ring_rests_on_every_key() {
    assertThat(KeyRings.STREAM.facts().apply(KeyRings.Id.ALL))
        .containsExactly(Facts.tagged("signing-keys:all"));
  }
}
