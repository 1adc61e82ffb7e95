package dev.annals.command.client;

import static dev.annals.command.client.Choosing.FIRST;
import static dev.annals.command.client.Choosing.SECOND;
import static dev.annals.command.client.Choosing.THIRD;
import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImposeServiceTokenTest {
  private static final Choosing SERVICE = new Choosing(KeyKind.SERVICE_TOKEN);
  private static final ImposeServiceToken IMPOSE =
      new ImposeServiceToken(SERVICE.choice(), "loyalty", Optional.empty(), NOON);
  private static final ApiKeyIssued ISSUED = SERVICE.issued(FIRST);

  private final Scenario<SecretChoice.Id, SecretChoice> ada = SERVICE.ada();

  @Test
  void a_usable_account_gets_the_token_that_was_chosen() {
    ada.when(IMPOSE).thenAccepted(ISSUED);
    ada.when(new ImposeServiceToken(SERVICE.choice(), "loyalty", Optional.of(LATER), NOON))
        .thenAccepted(SERVICE.issuedUntil(FIRST, LATER));
  }

  @Test
  void who_does_not_care_what_it_is_called_need_not_say() {
    ada.when(new ImposeServiceToken(ADA, SERVICE.key(), FIRST, NOON))
        .thenAccepted(
            new ApiKeyIssued(
                SERVICE.key(),
                ADA,
                KeyKind.SERVICE_TOKEN,
                "service token",
                FIRST,
                Optional.empty(),
                NOON));
  }

  @Test
  void it_takes_the_place_of_the_one_before_which_is_over_at_once() {
    var rotated = ada.given(SERVICE.issued(THIRD), SERVICE.rotated(SECOND));
    rotated.when(IMPOSE).thenAccepted(ISSUED);

    var key = rotated.given(ISSUED).state().key();
    assertThat(key.accepts(FIRST, NOON)).isTrue();
    assertThat(key.accepts(SECOND, NOON)).isFalse();
    assertThat(key.accepts(THIRD, NOON)).isFalse();
  }

  @Test
  void the_same_again_changes_nothing() {
    ada.given(ISSUED).when(IMPOSE).thenAccepted();
    ada.given(SERVICE.issued(SECOND), SERVICE.rotated(FIRST)).when(IMPOSE).thenAccepted();
  }

  @Test
  void one_that_a_rotation_replaced_can_be_had_back_while_it_is_good() {
    ada.given(ISSUED, SERVICE.rotated(SECOND)).when(IMPOSE).thenAccepted(ISSUED);
    ada.given(ISSUED, SERVICE.rotatedAtOnce(SECOND)).when(IMPOSE).thenRefused(Refusal.SECRET_USED);
    ada.given(ISSUED, SERVICE.rotated(SECOND))
        .when(new ImposeServiceToken(SERVICE.choice(), "loyalty", Optional.empty(), LATER))
        .thenRefused(Refusal.SECRET_USED);
  }

  @Test
  void one_that_is_over_does_not_come_back() {
    ada.given(ISSUED, SERVICE.revoked()).when(IMPOSE).thenRefused(Refusal.SECRET_USED);
    ada.given(SERVICE.issuedUntil(FIRST, NOON)).when(IMPOSE).thenRefused(Refusal.SECRET_USED);
    ada.given(ISSUED, SERVICE.issued(SECOND)).when(IMPOSE).thenRefused(Refusal.SECRET_USED);
  }

  @Test
  void after_a_revocation_another_one_will_do() {
    ada.given(SERVICE.issued(SECOND), SERVICE.revoked()).when(IMPOSE).thenAccepted(ISSUED);
    assertThat(
            ada.given(SERVICE.issued(SECOND), SERVICE.revoked(), ISSUED)
                .state()
                .key()
                .accepts(FIRST, NOON))
        .isTrue();
  }

  @Test
  void one_that_is_or_was_anothers_cannot_be_had() {
    var his = SERVICE.issuedToBob(FIRST);
    ada.given(his).when(IMPOSE).thenRefused(Refusal.SECRET_USED);
    ada.given(his, new ApiKeyRevoked(his.key(), NOON))
        .when(IMPOSE)
        .thenRefused(Refusal.SECRET_USED);
    ada.given(SERVICE.issued(SECOND), his).when(IMPOSE).thenRefused(Refusal.SECRET_USED);
  }

  @Test
  void nor_one_that_is_the_private_token_of_the_same_account() {
    ada.given(new Choosing(KeyKind.PRIVATE_TOKEN).issued(FIRST))
        .when(IMPOSE)
        .thenRefused(Refusal.SECRET_USED);
  }

  @Test
  void an_account_out_of_use_gets_none() {
    ada.given(new AccountLocked(ADA, NOON)).when(IMPOSE).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
    ada.given(new AccountDisabled(ADA, NOON)).when(IMPOSE).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
  }

  @Test
  void who_is_not_there_or_was_forgotten_gets_none() {
    SERVICE.nobody().when(IMPOSE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
    ada.given(ERASED).when(IMPOSE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void each_account_has_one_key_of_the_kind_and_always_the_same() {
    assertThat(SERVICE.choice().key()).isEqualTo(ApiKeyId.of(ADA, KeyKind.SERVICE_TOKEN));
    assertThat(SERVICE.choice().key()).isNotEqualTo(ApiKeyId.of(BOB, KeyKind.SERVICE_TOKEN));
  }
}
