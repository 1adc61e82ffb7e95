package dev.annals.command.client;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.KEY;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.hash;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.history.ApiKeys;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotateShownSecretTest {
  private static final RotateShownSecret ROTATE =
      new RotateShownSecret(new RotateApiKey(KEY, hash('2'), Duration.ZERO, NOON), hash('1'));
  private static final ApiKeyRotated ROTATED = new ApiKeyRotated(KEY, hash('2'), NOON, NOON);

  private final Scenario<ApiKeyId, ApiKey> nothing = Scenario.of(ApiKeys.STREAM, KEY);
  private final Scenario<ApiKeyId, ApiKey> issued =
      nothing.given(
          new ApiKeyIssued(
              KEY, ADA, KeyKind.SERVICE_TOKEN, "token", hash('1'), Optional.empty(), NOON));

  @Test
  void who_shows_a_good_secret_gets_another() {
    issued.when(ROTATE).thenAccepted(ROTATED);
  }

  @Test
  void who_shows_one_that_is_over_does_not() {
    issued.given(ROTATED).when(ROTATE).thenRefused(Refusal.API_KEY_UNKNOWN);
    issued.given(new ApiKeyRevoked(KEY, NOON)).when(ROTATE).thenRefused(Refusal.API_KEY_UNKNOWN);
    nothing.when(ROTATE).thenRefused(Refusal.API_KEY_UNKNOWN);
  }

  @Test
  void one_that_is_in_its_grace_is_good() {
    issued.given(new ApiKeyRotated(KEY, hash('3'), LATER, NOON)).when(ROTATE).thenAccepted(ROTATED);
  }
}
