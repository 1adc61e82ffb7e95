package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.NEXT_VERIFIER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.sealed;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.STARTED;
import static dev.annals.command.session.SessionSamples.issued;
import static dev.annals.command.session.SessionSamples.signIn;
import static dev.annals.command.session.SessionSamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.credential.PasswordProof;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Samples;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignInTest {
  private static final PasswordProof PROVED = new PasswordProof(VERIFIER, true);
  private static final SignIn RIGHT = signIn(VERIFIER, true, EIGHT);
  private static final SignIn WRONG = signIn(VERIFIER, false, EIGHT);
  private static final Event LOCKED = new AccountLocked(ADA, NOON);
  private static final Event DISABLED = new AccountDisabled(ADA, NOON);
  private static final Event WAITING = rejected(3, Optional.of(EIGHT.plusNanos(1)), NOON);
  private static final PasswordReset RESET =
      new PasswordReset(ADA, VERIFIER, EIGHT.plusSeconds(1), NOON);
  private static final OneTimePasswordUsed USED = new OneTimePasswordUsed(ADA, SESSION, EIGHT);

  private final Scenario<AccountId, Account> ada =
      Scenario.of(Accounts.STREAM, ADA).given(REGISTERED, PASSWORD);

  private static PasswordRejected rejected(int consecutive, Optional<Instant> wait, Instant at) {
    return new PasswordRejected(ADA, consecutive, wait, at);
  }

  private static SignInRefused refused(RefusalReason reason) {
    return new SignInRefused(Optional.of(ADA), ADAS, reason, EIGHT);
  }

  @Test
  void the_right_password_begins_a_session() {
    ada.when(RIGHT).thenAccepted(STARTED, issued(0, EIGHT));
  }

  @Test
  void the_session_ends_at_a_whole_second_though_it_began_within_one() {
    var decision = signIn(VERIFIER, true, EIGHT.plusNanos(1_000)).decide(ada.state());

    assertThat(decision.events().getFirst())
        .isInstanceOfSatisfying(
            SessionStarted.class,
            started -> {
              assertThat(started.expiresAt()).isEqualTo(STARTED.expiresAt());
              assertThat(started.at()).isEqualTo(EIGHT.plusNanos(1_000));
            });
  }

  @Test
  void the_tokens_name_the_roles_the_account_has() {
    ada.given(new RoleGranted(ADA, Role.AUDITOR, NOON), new RoleGranted(ADA, Role.ADMIN, NOON))
        .when(RIGHT)
        .thenAccepted(
            STARTED, issued(0, EIGHT, AccessGrant.FULL_SCOPE, List.of(Role.ADMIN, Role.AUDITOR)));
  }

  @Test
  void a_wrong_password_is_refused_and_counted() {
    ada.when(WRONG).thenRefused(Refusal.SIGN_IN_REFUSED, rejected(1, Optional.empty(), EIGHT));
  }

  @Test
  void wrong_ones_in_a_row_lead_to_a_wait_that_doubles() {
    ada.given(rejected(2, Optional.empty(), NOON))
        .when(WRONG)
        .thenRefused(
            Refusal.SIGN_IN_REFUSED, rejected(3, Optional.of(EIGHT.plusSeconds(30)), EIGHT));
    ada.given(rejected(3, Optional.of(EIGHT), NOON))
        .when(WRONG)
        .thenRefused(
            Refusal.SIGN_IN_REFUSED, rejected(4, Optional.of(EIGHT.plusSeconds(60)), EIGHT));
  }

  @Test
  void while_the_account_waits_no_password_is_looked_at_nor_counted() {
    for (var attempt : List.of(RIGHT, WRONG)) {
      ada.given(WAITING)
          .when(attempt)
          .thenRefused(Refusal.SIGN_IN_REFUSED, refused(RefusalReason.WAITING));
    }
  }

  @Test
  void once_the_wait_is_over_the_right_password_is_enough_and_forgives() {
    ada.given(rejected(3, Optional.of(EIGHT), NOON))
        .when(RIGHT)
        .thenAccepted(new WrongPasswordsForgiven(ADA, EIGHT), STARTED, issued(0, EIGHT));
  }

  @Test
  void a_guess_that_comes_late_by_its_own_clock_waits_as_well() {
    ada.given(rejected(3, Optional.of(EIGHT.plusSeconds(30)), EIGHT))
        .when(signIn(VERIFIER, true, EIGHT.minusSeconds(5)))
        .thenRefused(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(
                Optional.of(ADA), ADAS, RefusalReason.WAITING, EIGHT.minusSeconds(5)));
  }

  private static Stream<List<Event>> closed() {
    return Stream.of(List.of(LOCKED), List.of(LOCKED, DISABLED), List.of(DISABLED, LOCKED));
  }

  @ParameterizedTest
  @MethodSource("closed")
  void a_locked_account_refuses_even_the_right_password(List<Event> history) {
    for (var attempt : List.of(RIGHT, WRONG)) {
      ada.given(history)
          .when(attempt)
          .thenRefused(Refusal.SIGN_IN_REFUSED, refused(RefusalReason.LOCKED));
    }
  }

  @Test
  void a_disabled_account_refuses_even_the_right_password() {
    for (var attempt : List.of(RIGHT, WRONG)) {
      ada.given(DISABLED)
          .when(attempt)
          .thenRefused(Refusal.SIGN_IN_REFUSED, refused(RefusalReason.DISABLED));
    }
  }

  @Test
  void waiting_is_said_before_locked_and_disabled() {
    ada.given(WAITING, LOCKED, DISABLED)
        .when(RIGHT)
        .thenRefused(Refusal.SIGN_IN_REFUSED, refused(RefusalReason.WAITING));
  }

  @Test
  void the_refusal_names_the_login_the_account_has_now() {
    ada.given(new LoginChanged(ADA, ADAS, Samples.FREE, sealed("free"), NOON), LOCKED)
        .when(RIGHT)
        .thenRefused(
            Refusal.SIGN_IN_REFUSED,
            new SignInRefused(Optional.of(ADA), Samples.FREE, RefusalReason.LOCKED, EIGHT));
  }

  @Test
  void a_proof_on_a_password_replaced_meanwhile_proves_nothing() {
    var changed = new PasswordChanged(ADA, SESSION, NEXT_VERIFIER, NOON);

    ada.given(changed).when(RIGHT).thenRefused(Refusal.MOVED);
    ada.given(changed, LOCKED).when(WRONG).thenRefused(Refusal.MOVED);
  }

  @Test
  void who_is_not_there_any_more_or_has_no_password_is_looked_for_again() {
    var nobody = Scenario.of(Accounts.STREAM, ADA);

    nobody.when(RIGHT).thenRefused(Refusal.MOVED);
    nobody.given(REGISTERED).when(RIGHT).thenRefused(Refusal.MOVED);
    nobody.given(REGISTERED, PASSWORD, ERASED).when(RIGHT).thenRefused(Refusal.MOVED);
  }

  @Test
  void a_password_hashed_with_old_parameters_is_kept_under_the_new_ones() {
    ada.when(signIn(PROVED, Optional.of(NEXT_VERIFIER), EIGHT))
        .thenAccepted(new PasswordRehashed(ADA, NEXT_VERIFIER, EIGHT), STARTED, issued(0, EIGHT));
  }

  @Test
  void nothing_is_kept_of_a_wrong_password_under_whatever_parameters() {
    ada.when(signIn(new PasswordProof(VERIFIER, false), Optional.of(NEXT_VERIFIER), EIGHT))
        .thenRefused(Refusal.SIGN_IN_REFUSED, rejected(1, Optional.empty(), EIGHT));
  }

  @Test
  void a_one_time_password_begins_a_session_for_changing_it() {
    ada.given(RESET)
        .when(RIGHT)
        .thenAccepted(
            USED, started(true), issued(0, EIGHT, AccessGrant.RESTRICTED_SCOPE, List.of()));
  }

  @Test
  void a_one_time_password_is_used_once() {
    ada.given(RESET, USED)
        .when(RIGHT)
        .thenRefused(Refusal.SIGN_IN_REFUSED, refused(RefusalReason.ONE_TIME_PASSWORD_USED));
  }

  @Test
  void a_one_time_password_is_good_until_the_instant_that_was_said() {
    ada.given(new PasswordReset(ADA, VERIFIER, EIGHT, NOON))
        .when(RIGHT)
        .thenRefused(Refusal.SIGN_IN_REFUSED, refused(RefusalReason.ONE_TIME_PASSWORD_EXPIRED));
  }

  @Test
  void a_wrong_one_is_counted_however_the_one_time_password_stands() {
    ada.given(RESET, USED)
        .when(WRONG)
        .thenRefused(Refusal.SIGN_IN_REFUSED, rejected(1, Optional.empty(), EIGHT));
  }

  @Test
  void all_that_a_sign_in_settles_is_told_in_order() {
    ada.given(RESET, rejected(2, Optional.empty(), NOON))
        .when(signIn(PROVED, Optional.of(NEXT_VERIFIER), EIGHT))
        .thenAccepted(
            new WrongPasswordsForgiven(ADA, EIGHT),
            new PasswordRehashed(ADA, NEXT_VERIFIER, EIGHT),
            USED,
            started(true),
            issued(0, EIGHT, AccessGrant.RESTRICTED_SCOPE, List.of()));
  }
}
