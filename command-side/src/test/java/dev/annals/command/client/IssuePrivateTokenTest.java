package dev.annals.command.client;

import static dev.annals.command.client.Choosing.FIRST;
import static dev.annals.command.client.Choosing.SECOND;
import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuePrivateTokenTest {
  private static final Choosing PRIVATE = new Choosing(KeyKind.PRIVATE_TOKEN);
  private static final IssuePrivateToken ISSUE =
      new IssuePrivateToken(PRIVATE.choice(), "loyalty", Optional.empty(), NOON);
  private static final ApiKeyIssued ISSUED = PRIVATE.issued(FIRST);

  private final Scenario<SecretChoice.Id, SecretChoice> ada = PRIVATE.ada();

  @Test
  void a_usable_account_gets_one() {
    ada.when(ISSUE).thenAccepted(ISSUED);
    ada.when(new IssuePrivateToken(PRIVATE.choice(), "loyalty", Optional.of(LATER), NOON))
        .thenAccepted(PRIVATE.issuedUntil(FIRST, LATER));
  }

  @Test
  void and_no_second_one_as_long_as_that_is_good() {
    ada.given(ISSUED).when(ISSUE).thenRefused(Refusal.PRIVATE_TOKEN_EXISTS);
    ada.given(PRIVATE.issued(SECOND)).when(ISSUE).thenRefused(Refusal.PRIVATE_TOKEN_EXISTS);
    ada.given(PRIVATE.issuedUntil(SECOND, LATER))
        .when(ISSUE)
        .thenRefused(Refusal.PRIVATE_TOKEN_EXISTS);
  }

  @Test
  void after_a_revocation_or_its_end_it_gets_another() {
    ada.given(PRIVATE.issued(SECOND), PRIVATE.revoked()).when(ISSUE).thenAccepted(ISSUED);
    ada.given(PRIVATE.issuedUntil(SECOND, NOON)).when(ISSUE).thenAccepted(ISSUED);
  }

  @Test
  void but_not_a_secret_that_was_used() {
    ada.given(ISSUED, PRIVATE.revoked()).when(ISSUE).thenRefused(Refusal.SECRET_USED);
    ada.given(PRIVATE.issuedUntil(FIRST, NOON)).when(ISSUE).thenRefused(Refusal.SECRET_USED);
    ada.given(PRIVATE.issuedToBob(FIRST)).when(ISSUE).thenRefused(Refusal.SECRET_USED);
  }

  @Test
  void the_service_token_is_another_matter() {
    ada.given(new Choosing(KeyKind.SERVICE_TOKEN).issued(SECOND)).when(ISSUE).thenAccepted(ISSUED);
  }

  @Test
  void an_account_out_of_use_gets_none() {
    ada.given(new AccountLocked(ADA, NOON)).when(ISSUE).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
    ada.given(new AccountDisabled(ADA, NOON)).when(ISSUE).thenRefused(Refusal.ACCOUNT_NOT_USABLE);
  }

  @Test
  void who_is_not_there_or_was_forgotten_gets_none() {
    PRIVATE.nobody().when(ISSUE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
    ada.given(ERASED).when(ISSUE).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }
}
