package dev.annals.command.installation;

import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Login;
import dev.annals.account.Role;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.EveryStream;
import dev.annals.command.gate.Logins;
import dev.annals.command.gate.NewPasswords;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Vault;
import dev.annals.command.password.Blocklist;
import dev.annals.command.password.Bulkhead;
import dev.annals.command.password.KdfParameters;
import dev.annals.command.password.Nist;
import dev.annals.command.password.PasswordHashing;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.store.StoredEvent;
import dev.annals.store.memory.MemoryLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final Login ADMIN = new Login("admin");

  private final MemoryLog log = new MemoryLog();
  private final AxonStreams streams = EveryStream.on(log);
  private final Randomness randomness = Randomness.secure(CLOCK);
  private final Bulkhead bulkhead = new Bulkhead(2, 16, Duration.ofSeconds(5));
  private final List<String> announced = new CopyOnWriteArrayList<>();
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  private final Founding founding =
      new Founding(streams.commands(), streams.histories(), sealing, randomness, CLOCK);
  private final FirstAdministrator first =
      new FirstAdministrator(founding, registrar(), streams.commands(), randomness);

  private Registrar registrar() {
    var vault = new Vault(sealing, randomness);
    var hashing = new PasswordHashing(new KdfParameters(8, 1, 1), randomness::bytes, bulkhead);
    var passwords =
        new NewPasswords(new Nist(15, 128, Blocklist.shipped(), Set.of()), hashing, vault);
    var logins = new Logins(founding.secret().blindIndex(), streams.histories());
    return new Registrar(logins, passwords, vault, CLOCK);
  }

  @AfterEach
  void stop() {
    streams.close();
    bulkhead.close();
  }

  private List<String> names() {
    return log.read(0, 100).stream().map(StoredEvent::name).toList();
  }

  @Test
  void a_password_is_made_and_announced_once_and_is_nowhere_in_the_log() {
    first.appoint(ADMIN, Optional.empty()).ifPresent(announced::add);
    first.appoint(ADMIN, Optional.empty()).ifPresent(announced::add);

    assertThat(announced).hasSize(1).first().asString().contains("login     admin\n");
    var line = announced.getFirst().lines().toList().getLast().strip();
    var password = line.substring(line.lastIndexOf(' ') + 1);
    assertThat(password).hasSizeGreaterThan(23);
    assertThat(log.read(0, 100))
        .allSatisfy(event ->
            assertThat(new String(event.payload(), StandardCharsets.UTF_8))
                .doesNotContain(password));
  }

  @Test
  void a_password_that_was_given_is_not_announced() {
    first.appoint(ADMIN, Optional.of("seventeen quiet lamps over Oslo")).ifPresent(announced::add);

    assertThat(announced).isEmpty();
    assertThat(names())
        .containsExactly(
            "installation.founded",
            "account.registered",
            "password.set",
            "account.role_granted",
            "account.role_granted",
            "installation.administrator_appointed");
  }

  @Test
  void the_first_administrator_may_administer_and_audit() {
    first.appoint(ADMIN, Optional.empty()).ifPresent(announced::add);
    var account = founding.current().administrator().orElseThrow().account();

    assertThat(streams.histories().current(Accounts.STREAM, account))
        .isInstanceOfSatisfying(
            Account.Registered.class,
            known -> assertThat(known.roles()).containsOnly(Role.ADMIN, Role.AUDITOR));
  }

  @Test
  void of_many_first_starts_at_once_one_appoints_and_announces() {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        var _ =
            crowd.submit(() -> first.appoint(ADMIN, Optional.empty()).ifPresent(announced::add));
      }
    }

    assertThat(announced).hasSize(1);
    assertThat(names()).containsOnlyOnce("installation.administrator_appointed");
  }
}
