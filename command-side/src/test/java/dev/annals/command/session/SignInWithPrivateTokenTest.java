package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.hash;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.STARTED;
import static dev.annals.command.session.SessionSamples.issued;
import static dev.annals.command.session.SessionSamples.signIn;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.crypto.SecretHash;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInWithPrivateTokenTest {
  private static final ApiKeyId KEY = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);
  private static final SecretHash TOKEN = hash('t');
  private static final ApiKeyIssued ISSUED = issuedUntil(Optional.empty());
  private static final SignInRefused WRONG =
      new SignInRefused(Optional.of(ADA), ADAS, RefusalReason.WRONG_PRIVATE_TOKEN, EIGHT);

  private final Scenario<KeyedAccount.Id, KeyedAccount> ada =
      Scenario.of(KeyedAccount.STREAM, new KeyedAccount.Id(ADA)).given(REGISTERED, PASSWORD);

  private static ApiKeyIssued issuedUntil(Optional<Instant> end) {
    return new ApiKeyIssued(KEY, ADA, KeyKind.PRIVATE_TOKEN, "crm", TOKEN, end, NOON);
  }

  private static SignInWithPrivateToken with(boolean matches, Optional<SecretHash> shown) {
    return new SignInWithPrivateToken(signIn(VERIFIER, matches, EIGHT), shown);
  }

  private static SignInWithPrivateToken right(SecretHash shown) {
    return with(true, Optional.of(shown));
  }

  @Test
  void password_and_private_token_together_begin_a_session() {
    ada.given(ISSUED).when(right(TOKEN)).thenAccepted(STARTED, issued(0, EIGHT));
  }

  @Test
  void the_right_password_alone_is_refused_and_not_counted_as_a_wrong_one() {
    ada.given(ISSUED).when(right(hash('x'))).thenRefused(Refusal.SIGN_IN_REFUSED, WRONG);
    ada.given(ISSUED)
        .when(with(true, Optional.empty()))
        .thenRefused(Refusal.SIGN_IN_REFUSED, WRONG);
    ada.when(right(TOKEN)).thenRefused(Refusal.SIGN_IN_REFUSED, WRONG);
  }

  @Test
  void the_private_token_alone_is_a_wrong_password() {
    ada.given(ISSUED)
        .when(with(false, Optional.of(TOKEN)))
        .thenRefused(
            Refusal.SIGN_IN_REFUSED, new PasswordRejected(ADA, 1, Optional.empty(), EIGHT));
  }

  @Test
  void what_closes_an_account_is_told_before_its_private_token_is_looked_at() {
    ada.given(ISSUED, new AccountLocked(ADA, NOON))
        .when(right(hash('x')))
        .thenRefused(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(Optional.of(ADA), ADAS, RefusalReason.LOCKED, EIGHT));
  }

  @Test
  void a_revoked_an_expired_and_a_replaced_private_token_are_wrong_ones() {
    ada.given(ISSUED, new ApiKeyRevoked(KEY, NOON))
        .when(right(TOKEN))
        .thenRefused(Refusal.SIGN_IN_REFUSED, WRONG);
    ada.given(issuedUntil(Optional.of(EIGHT)))
        .when(right(TOKEN))
        .thenRefused(Refusal.SIGN_IN_REFUSED, WRONG);
    ada.given(ISSUED, new ApiKeyRotated(KEY, hash('n'), EIGHT, NOON.minusSeconds(86_400)))
        .when(right(TOKEN))
        .thenRefused(Refusal.SIGN_IN_REFUSED, WRONG);
  }

  @Test
  void the_private_token_that_was_replaced_is_good_for_its_grace() {
    ada.given(ISSUED, new ApiKeyRotated(KEY, hash('n'), EIGHT.plusSeconds(1), EIGHT))
        .when(right(TOKEN))
        .thenAccepted(STARTED, issued(0, EIGHT));
  }
}
