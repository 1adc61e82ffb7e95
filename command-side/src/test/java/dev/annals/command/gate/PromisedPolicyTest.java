package dev.annals.command.gate;

import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.annals.account.AccountId;
import dev.annals.account.Login;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.EveryStream;
import dev.annals.command.decision.Samples;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Problem;
import dev.annals.command.gate.Registrar.Applicant;
import dev.annals.command.password.Blocklist;
import dev.annals.command.password.Bulkhead;
import dev.annals.command.password.Composition;
import dev.annals.command.password.KdfParameters;
import dev.annals.command.password.Nist;
import dev.annals.command.password.Password;
import dev.annals.command.password.PasswordHashing;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.password.Violation;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.event.Circumstances;
import dev.annals.store.memory.MemoryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Here passwords are long, but some were promised that eight mixed characters will do. */
class PromisedPolicyTest {
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final PasswordPolicy PROMISED = Composition.usual();
  private static final Password MIXED = new Password("Abcdef1!");
  private static final Password LONG = new Password("seventeen quiet lamps over oslo");
  private static final Login LOGIN = new Login("ada@example.com");

  private final AxonStreams streams = EveryStream.on(new MemoryLog());
  private final Randomness randomness = Randomness.secure(CLOCK);
  private final Bulkhead bulkhead = new Bulkhead(2, 16, Duration.ofSeconds(5));
  private final PasswordHashing hashing =
      new PasswordHashing(new KdfParameters(8, 1, 1), randomness::bytes, bulkhead);
  private final Vault vault =
      new Vault(new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys()), randomness);
  private final PasswordPolicy own = new Nist(15, 128, Blocklist.shipped(), Set.of());
  private final NewPasswords passwords = new NewPasswords(own, hashing, vault);
  private final Registrar registrar =
      new Registrar(
          new Logins(InstallationSecret.generate().blindIndex(), streams.histories()),
          passwords,
          vault,
          CLOCK);
  private final PasswordChanges changes =
      new PasswordChanges(
          new PasswordChanges.Parts(
              new PasswordProofs(streams.histories(), vault, hashing),
              passwords,
              vault,
              new WaitPolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
              Duration.ofHours(24),
              CLOCK));

  @AfterEach
  void stop() {
    streams.close();
    bulkhead.close();
  }

  private static Applicant applicant(Password password) {
    return new Applicant(LOGIN, password, Optional.empty());
  }

  private Person registered() {
    var command = registrar.register(applicant(LONG));
    var _ = streams.commands().send(command, Circumstances.SYSTEM);
    AccountId account = command.account();
    return new Person(account, Set.of(), Samples.SESSION, Samples.TOKEN, false);
  }

  @Test
  void whoever_registers_is_held_to_our_policy_unless_another_was_promised() {
    assertThatNoException().isThrownBy(() -> registrar.register(applicant(LONG)));
    assertThatNoException().isThrownBy(() -> registrar.register(applicant(MIXED), PROMISED));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> registrar.register(applicant(MIXED)))
        .satisfies(problem ->
            assertThat(problem.detail()).isEqualTo("password: The password is too short."));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> registrar.register(applicant(LONG), PROMISED))
        .satisfies(problem -> assertThat(problem.detail()).startsWith("password: "));
  }

  @Test
  void so_is_whoever_changes_the_password() {
    var person = registered();

    assertThat(changes.change(person, LONG, MIXED, PROMISED).unchanged()).isFalse();
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> changes.change(person, LONG, MIXED))
        .satisfies(problem ->
            assertThat(problem.detail()).isEqualTo("new_password: The password is too short."));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> changes.change(person, LONG, new Password("abcdef1!"), PROMISED))
        .satisfies(problem -> assertThat(problem.detail()).startsWith("new_password: "));
  }

  @Test
  void what_speaks_against_a_password_is_told_for_others_to_word() {
    assertThat(registrar.violations(applicant(LONG), PROMISED))
        .containsExactly(
            Violation.NO_UPPERCASE, Violation.NO_DIGIT, Violation.NO_SPECIAL, Violation.WHITESPACE);
    assertThat(registrar.violations(applicant(new Password("ada@example.com")), own))
        .contains(Violation.CONTEXT);
    var account = registered().account();
    assertThat(changes.violations(account, MIXED, PROMISED)).isEmpty();
    assertThat(changes.violations(account, MIXED, own)).containsExactly(Violation.TOO_SHORT);
    assertThat(changes.violations(account, new Password("ada@example.com"), own))
        .contains(Violation.CONTEXT);
  }
}
