package dev.annals.command.client;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.KEY;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.history.ApiKeys;
import dev.annals.history.Facts;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotateApiKeyTest {
  private static final ApiKeyIssued ISSUED =
      new ApiKeyIssued(KEY, ADA, KeyKind.API_KEY, "billing", hash('1'), Optional.empty(), NOON);
  private static final Duration GRACE = Duration.ofHours(1);
  private static final RotateApiKey ROTATE = new RotateApiKey(KEY, hash('2'), GRACE, NOON);
  private static final ApiKeyRotated ROTATED = new ApiKeyRotated(KEY, hash('2'), LATER, NOON);

  private final Scenario<ApiKeyId, ApiKey> nothing = Scenario.of(ApiKeys.STREAM, KEY);

  @Test
  void another_secret_takes_over_and_the_old_one_is_good_for_the_grace() {
    var rotated = nothing.given(ISSUED, ROTATED);

    nothing.given(ISSUED).when(ROTATE).thenAccepted(ROTATED);
    assertThat(rotated.state().accepts(hash('1'), LATER.minusNanos(1))).isTrue();
    assertThat(rotated.state().accepts(hash('1'), LATER)).isFalse();
    assertThat(rotated.state().accepts(hash('2'), LATER)).isTrue();
  }

  @Test
  void without_grace_the_old_secret_is_over_at_once() {
    nothing
        .given(ISSUED)
        .when(new RotateApiKey(KEY, hash('2'), Duration.ZERO, NOON))
        .thenAccepted(new ApiKeyRotated(KEY, hash('2'), NOON, NOON));
  }

  @Test
  void a_key_can_be_rotated_again() {
    nothing.given(ISSUED, ROTATED).when(ROTATE).thenAccepted(ROTATED);
  }

  @Test
  void a_key_that_nobody_issued_or_that_was_revoked_gets_no_secret() {
    nothing.when(ROTATE).thenRefused(Refusal.API_KEY_UNKNOWN);
    nothing
        .given(ISSUED, new ApiKeyRevoked(KEY, NOON))
        .when(ROTATE)
        .thenRefused(Refusal.API_KEY_UNKNOWN);
  }

  @Test
  void a_decision_on_a_key_rests_on_everything_said_of_it() {
    assertThat(ApiKeys.STREAM.facts().apply(KEY)).containsExactly(Facts.tagged("api-key:" + KEY));
  }

  @Test
  void the_keys_of_an_account_are_those_that_it_was_issued() {
    assertThat(ApiKeys.heldBy(ADA))
        .isEqualTo(new Facts("holder:" + ADA, Set.of(ApiKeyIssued.class)));
  }
}
