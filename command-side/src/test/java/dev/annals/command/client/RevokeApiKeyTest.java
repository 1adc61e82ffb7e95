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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevokeApiKeyTest {
  private static final ApiKeyIssued ISSUED =
      new ApiKeyIssued(KEY, ADA, KeyKind.API_KEY, "billing", hash('1'), Optional.empty(), NOON);
  private static final RevokeApiKey REVOKE = new RevokeApiKey(KEY, NOON);
  private static final ApiKeyRevoked REVOKED = new ApiKeyRevoked(KEY, NOON);

  private final Scenario<ApiKeyId, ApiKey> nothing = Scenario.of(ApiKeys.STREAM, KEY);

  @Test
  void a_key_is_ended_with_all_its_secrets() {
    var rotated = nothing.given(ISSUED, new ApiKeyRotated(KEY, hash('2'), LATER, NOON));

    rotated.when(REVOKE).thenAccepted(REVOKED);
    assertThat(rotated.given(REVOKED).state().accepts(hash('1'), NOON)).isFalse();
    assertThat(rotated.given(REVOKED).state().accepts(hash('2'), NOON)).isFalse();
  }

  @Test
  void a_key_that_was_revoked_stays_so() {
    nothing.given(ISSUED, REVOKED).when(REVOKE).thenAccepted();
  }

  @Test
  void a_key_that_nobody_issued_is_not_known() {
    nothing.when(REVOKE).thenRefused(Refusal.API_KEY_UNKNOWN);
  }
}
