package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NEXT_VERIFIER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.account.Credential.OneTime;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
  private static final Optional<OneTime> UNUSED = Optional.of(new OneTime(LATER, Optional.empty()));
  private static final Optional<OneTime> USED =
      Optional.of(new OneTime(LATER, Optional.of(SESSION)));
  private static final Credential WAITING = new Credential(VERIFIER, UNUSED, 5, Optional.of(LATER));

  private static Credential after(CredentialEvent event) {
    return WAITING.evolve(event);
  }

  @Test
  void a_new_password_forgives_and_is_not_for_one_sign_in() {
    var fresh = Credential.with(NEXT_VERIFIER);

    assertThat(fresh)
        .isEqualTo(new Credential(NEXT_VERIFIER, Optional.empty(), 0, Optional.empty()));
    assertThat(after(new PasswordSet(ADA, NEXT_VERIFIER, NOON))).isEqualTo(fresh);
    assertThat(after(new PasswordChanged(ADA, SESSION, NEXT_VERIFIER, NOON))).isEqualTo(fresh);
  }

  @Test
  void a_reset_one_forgives_and_is_for_one_sign_in() {
    assertThat(after(new PasswordReset(ADA, NEXT_VERIFIER, LATER, NOON)))
        .isEqualTo(new Credential(NEXT_VERIFIER, UNUSED, 0, Optional.empty()));
  }

  @Test
  void the_one_sign_in_is_remembered() {
    assertThat(after(new OneTimePasswordUsed(ADA, SESSION, NOON)))
        .isEqualTo(new Credential(VERIFIER, USED, 5, Optional.of(LATER)));
  }

  @Test
  void hashing_anew_changes_the_verifier_alone() {
    assertThat(after(new PasswordRehashed(ADA, NEXT_VERIFIER, NOON)))
        .isEqualTo(new Credential(NEXT_VERIFIER, UNUSED, 5, Optional.of(LATER)));
  }

  @Test
  void a_wrong_one_counts_and_sets_the_wait() {
    assertThat(after(new PasswordRejected(ADA, 6, Optional.empty(), NOON)))
        .isEqualTo(new Credential(VERIFIER, UNUSED, 6, Optional.empty()));
  }

  @Test
  void forgiving_ends_the_count_and_the_wait() {
    assertThat(after(new WrongPasswordsForgiven(ADA, NOON)))
        .isEqualTo(new Credential(VERIFIER, UNUSED, 0, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400_000_000_000L, -1, 0, 1})
  void it_waits_until_the_very_instant_that_was_said(long nanoseconds) {
    assertThat(WAITING.isWaiting(LATER.plusNanos(nanoseconds))).isEqualTo(nanoseconds < 0);
  }

  @Test
  void without_a_wait_it_does_not_wait() {
    assertThat(Credential.with(VERIFIER).isWaiting(NOON)).isFalse();
  }
}
