package dev.annals.command.client;

import static dev.annals.command.client.Choosing.FIRST;
import static dev.annals.command.decision.Samples.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.history.Facts;
import org.junit.jupiter.api.Test;

class SecretChoiceTest {
  @Test
  void a_decision_on_a_choice_rests_on_the_account_the_key_and_the_secret() {
    assertThat(SecretChoice.STREAM.facts().apply(new Choosing(KeyKind.PRIVATE_TOKEN).choice()))
        .containsExactly(
            Facts.tagged("account:" + ADA),
            Facts.tagged("api-key:" + ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN)),
            Facts.tagged("secret:" + FIRST));
  }
}
