package dev.annals.command.client;

import static dev.annals.command.client.Choosing.FIRST;
import static dev.annals.command.client.Choosing.SECOND;
import static dev.annals.command.decision.Samples.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Facts;
import dev.annals.command.decision.Scenario;
import dev.annals.crypto.SecretHash;
import org.junit.jupiter.api.Test;

class SecretHolderTest {
  private static final Choosing PRIVATE = new Choosing(KeyKind.PRIVATE_TOKEN);

  private final Scenario<SecretHash, SecretHolder> nothing =
      Scenario.of(SecretHolder.STREAM, FIRST);

  @Test
  void a_secret_leads_to_the_key_that_it_was_issued_or_rotated_to() {
    assertThat(nothing.given(PRIVATE.issued(FIRST)).state().key()).contains(PRIVATE.key());
    assertThat(nothing.given(PRIVATE.rotated(FIRST)).state().key()).contains(PRIVATE.key());
  }

  @Test
  void and_goes_on_doing_so_when_it_is_over() {
    assertThat(nothing.given(PRIVATE.issued(FIRST), PRIVATE.revoked()).state().key())
        .contains(PRIVATE.key());
    assertThat(nothing.given(PRIVATE.issued(FIRST), PRIVATE.rotated(SECOND)).state().key())
        .contains(PRIVATE.key());
  }

  @Test
  void the_first_key_keeps_it() {
    var his = PRIVATE.issuedToBob(FIRST);
    assertThat(nothing.given(his, PRIVATE.issued(FIRST)).state().key()).contains(his.key());
    assertThat(nothing.given(his, PRIVATE.rotated(FIRST)).state().key()).contains(his.key());
  }

  @Test
  void other_secrets_lead_elsewhere_or_nowhere() {
    assertThat(nothing.state().key()).isEmpty();
    assertThat(nothing.given(PRIVATE.issued(SECOND)).state().key()).isEmpty();
    assertThat(nothing.given(PRIVATE.rotated(SECOND)).state().key()).isEmpty();
  }

  @Test
  void a_decision_on_a_choice_rests_on_the_account_the_key_and_the_secret() {
    assertThat(SecretHolder.STREAM.facts().apply(FIRST))
        .containsExactly(Facts.tagged("secret:" + FIRST));
    assertThat(SecretChoice.STREAM.facts().apply(PRIVATE.choice()))
        .containsExactly(
            Facts.tagged("account:" + ADA),
            Facts.tagged("api-key:" + ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN)),
            Facts.tagged("secret:" + FIRST));
  }
}
