package dev.annals.check;

import static dev.annals.check.IssuedTokens.ADA;
import static dev.annals.check.IssuedTokens.INACTIVE;
import static dev.annals.check.IssuedTokens.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.token.ApiKeySecret;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys, and secrets that somebody chose. */
class ChosenSecretsTest {
  private final IssuedTokens here = new IssuedTokens();

  @Test
  void a_key_is_good_while_its_account_may_be_used() {
    var ours = ApiKeySecret.mint(new ApiKeyId(here.randomness.uuid7()), here.randomness);
    here.past.happened(
        new ApiKeyIssued(
            ours.key(), ADA, KeyKind.API_KEY, "gateway", ours.hash(), Optional.empty(), NOON),
        new RoleGranted(ADA, Role.ADMIN, NOON));

    assertThat(here.check.recognise(ours.reveal()))
        .contains(new Bearer.Machine(ADA, Set.of(Role.ADMIN), ours.key()));
    assertThat(here.introspection.of(ours.reveal())).containsEntry("client_id", "" + ours.key());
    here.past.happened(new AccountLocked(ADA, NOON));
    assertThat(here.introspection.of(ours.reveal())).isEqualTo(INACTIVE);
  }

  @Test
  void a_chosen_secret_is_good_until_it_is_revoked_or_its_account_locked() {
    var chosenOne = here.chosen.random();
    var id = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);
    here.past.happened(
        new ApiKeyIssued(
            id,
            ADA,
            KeyKind.PRIVATE_TOKEN,
            "its",
            here.chosen.hash(chosenOne),
            Optional.empty(),
            NOON));

    assertThat(here.introspection.of(chosenOne.reveal()))
        .containsEntry("token_type", KeyKind.PRIVATE_TOKEN.text());
    assertThat(here.chosen.holder(chosenOne.reveal())).isPresent();
    here.past.happened(new ApiKeyRevoked(id, NOON));
    assertThat(here.introspection.of(chosenOne.reveal())).isEqualTo(INACTIVE);
    assertThat(here.introspection.of("nonsense")).isEqualTo(INACTIVE);
  }

  @Test
  void a_chosen_secret_is_not_good_when_another_took_over_or_its_account_is_locked() {
    var first = here.chosen.random();
    var second = here.chosen.random();
    var id = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);
    here.past.happened(
        new ApiKeyIssued(
            id, ADA, KeyKind.PRIVATE_TOKEN, "its", here.chosen.hash(first), Optional.empty(), NOON),
        new ApiKeyRotated(id, here.chosen.hash(second), NOON, NOON));
    assertThat(here.chosen.find(first.reveal())).isEmpty();
    assertThat(here.chosen.find(second.reveal())).isPresent();

    here.past.happened(new AccountLocked(ADA, NOON));
    assertThat(here.chosen.find(second.reveal())).isEmpty();
  }

  @Test
  void a_key_of_our_own_api_is_not_found_by_a_chosen_secret() {
    var disguised = here.chosen.random();
    var id = new ApiKeyId(here.randomness.uuid7());
    here.past.happened(
        new ApiKeyIssued(
            id, ADA, KeyKind.API_KEY, "its", here.chosen.hash(disguised), Optional.empty(), NOON));

    assertThat(here.chosen.find(disguised.reveal())).isEmpty();
  }
}
