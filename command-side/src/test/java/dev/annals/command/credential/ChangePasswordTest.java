package dev.annals.command.credential;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NEXT_VERIFIER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.sealed;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangePasswordTest {
  private static final WaitPolicy POLICY =
      new WaitPolicy(3, Duration.ofSeconds(30), Duration.ofMinutes(15));
  private static final Sealed CHOSEN = sealed("chosen");
  private static final PasswordChanged CHANGED = new PasswordChanged(ADA, SESSION, CHOSEN, LATER);

  private final Scenario<AccountId, Account> ada =
      Scenario.of(Accounts.STREAM, ADA).given(REGISTERED, PASSWORD);

  private static ChangePassword change(Sealed comparedWith, boolean matches) {
    var attempt = new Attempt(ADA, new PasswordProof(comparedWith, matches), POLICY, LATER);
    return new ChangePassword(attempt, SESSION, CHOSEN, false);
  }

  private static PasswordRejected rejected(int consecutive) {
    return new PasswordRejected(ADA, consecutive, Optional.empty(), NOON);
  }

  @Test
  void who_knows_the_password_chooses_another() {
    ada.when(change(VERIFIER, true)).thenAccepted(CHANGED);
  }

  @Test
  void the_same_password_again_is_no_change() {
    ada.when(unchanged(true)).thenRefused(Refusal.PASSWORD_UNCHANGED);
  }

  @Test
  void that_it_is_the_same_is_told_only_to_who_knows_it_and_need_not_wait() {
    ada.when(unchanged(false))
        .thenRefused(
            Refusal.CURRENT_PASSWORD_REFUSED,
            new PasswordRejected(ADA, 1, Optional.empty(), LATER));
    var waiting = new PasswordRejected(ADA, 5, Optional.of(LATER.plusSeconds(1)), NOON);
    ada.given(waiting).when(unchanged(true)).thenRefused(Refusal.CURRENT_PASSWORD_REFUSED);
  }

  private static ChangePassword unchanged(boolean matches) {
    return new ChangePassword(change(VERIFIER, matches).attempt(), SESSION, CHOSEN, true);
  }

  @Test
  void a_wrong_password_is_refused_and_counted() {
    ada.when(change(VERIFIER, false))
        .thenRefused(
            Refusal.CURRENT_PASSWORD_REFUSED,
            new PasswordRejected(ADA, 1, Optional.empty(), LATER));
  }

  @Test
  void the_last_wrong_one_that_is_free_leads_to_a_wait() {
    ada.given(rejected(2))
        .when(change(VERIFIER, false))
        .thenRefused(
            Refusal.CURRENT_PASSWORD_REFUSED,
            new PasswordRejected(ADA, 3, Optional.of(LATER.plusSeconds(30)), LATER));
  }

  @Test
  void while_the_account_waits_even_the_right_password_is_not_looked_at() {
    var waiting = new PasswordRejected(ADA, 3, Optional.of(LATER.plusNanos(1)), NOON);

    ada.given(waiting).when(change(VERIFIER, true)).thenRefused(Refusal.CURRENT_PASSWORD_REFUSED);
  }

  @Test
  void once_the_wait_is_over_the_right_password_is_enough() {
    ada.given(new PasswordRejected(ADA, 3, Optional.of(LATER), NOON))
        .when(change(VERIFIER, true))
        .thenAccepted(CHANGED);
  }

  @Test
  void a_proof_on_a_password_replaced_meanwhile_proves_nothing() {
    ada.given(new PasswordReset(ADA, NEXT_VERIFIER, LATER, NOON))
        .when(change(VERIFIER, true))
        .thenRefused(Refusal.MOVED);
  }

  @Test
  void a_wrong_one_compared_with_an_outdated_verifier_is_not_counted() {
    ada.given(new PasswordRehashed(ADA, NEXT_VERIFIER, NOON))
        .when(change(VERIFIER, false))
        .thenRefused(Refusal.MOVED);
  }

  @Test
  void a_one_time_password_is_changed_in_the_session_it_opened() {
    ada.given(
            new PasswordReset(ADA, NEXT_VERIFIER, NOON, NOON),
            new OneTimePasswordUsed(ADA, SESSION, NOON))
        .when(change(NEXT_VERIFIER, true))
        .thenAccepted(CHANGED);
  }

  private static Stream<List<Event>> unusable() {
    return Stream.of(
        List.of(),
        List.of(REGISTERED),
        List.of(REGISTERED, PASSWORD, new AccountLocked(ADA, NOON)),
        List.of(REGISTERED, PASSWORD, new AccountDisabled(ADA, NOON)),
        List.of(REGISTERED, PASSWORD, ERASED));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void an_account_out_of_use_changes_no_password(List<Event> history) {
    Scenario.of(Accounts.STREAM, ADA)
        .given(history)
        .when(change(VERIFIER, true))
        .thenRefused(Refusal.ACCOUNT_NOT_USABLE);
  }
}
