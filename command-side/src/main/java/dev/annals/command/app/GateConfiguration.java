package dev.annals.command.app;

import dev.annals.check.ChosenSecrets;
import dev.annals.command.api.Openness;
import dev.annals.command.desk.Desk;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.Logins;
import dev.annals.command.gate.NewPasswords;
import dev.annals.command.gate.PasswordChanges;
import dev.annals.command.gate.PasswordProofs;
import dev.annals.command.gate.PasswordSignIn;
import dev.annals.command.gate.Refreshing;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Vault;
import dev.annals.command.password.Blocklist;
import dev.annals.command.password.Bulkhead;
import dev.annals.command.password.Composition;
import dev.annals.command.password.Nist;
import dev.annals.command.password.PasswordHashing;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.throttle.AddressThrottle;
import dev.annals.command.throttle.Attempts;
import dev.annals.command.throttle.Attention;
import dev.annals.command.throttle.Patience;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.command.throttle.WaitingRoom;
import dev.annals.command.token.TokenMint;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.history.Histories;
import dev.annals.token.RefreshTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Passwords, throttles, and the flows that look at secrets. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {
  private static final int ADDRESSES = 100_000;

  @Bean(destroyMethod = "close")
  Bulkhead bulkhead(Settings settings) {
    var passwords = settings.passwords();
    int threads =
        passwords.threads() == 0 ? Runtime.getRuntime().availableProcessors() : passwords.threads();
    return new Bulkhead(threads, passwords.queue(), passwords.longestWait());
  }

  @Bean
  PasswordHashing passwordHashing(Settings settings, Randomness randomness, Bulkhead bulkhead) {
    return new PasswordHashing(settings.passwords().parameters(), randomness::bytes, bulkhead);
  }

  @Bean
  PasswordPolicy passwordPolicy(Settings settings) {
    var passwords = settings.passwords();
    return switch (passwords.policy()) {
      case NIST ->
          new Nist(
              passwords.minLength(), passwords.maxLength(), Blocklist.shipped(), Set.of("annals"));
      case COMPOSITION -> Composition.usual();
    };
  }

  @Bean
  Openness openness(Settings settings) {
    return new Openness(settings.registration().open());
  }

  @Bean
  WaitPolicy waitPolicy(Settings settings) {
    var signIn = settings.signIn();
    return new WaitPolicy(signIn.wrongPasswords(), signIn.firstWait(), signIn.longestWait());
  }

  @Bean
  RefusalLedger refusalLedger(Settings settings, InstantSource clock) {
    var attempts = settings.attempts();
    return new RefusalLedger(
        new Attention(attempts.window(), attempts.recordedPerAddress(), attempts.recordedOverall()),
        clock);
  }

  @Bean
  WaitingRoom waitingRoom(Settings settings) {
    var attempts = settings.attempts();
    var throttle =
        new AddressThrottle(
            new Attempts(attempts.burst(), attempts.perMinute(), Duration.ofMinutes(1), ADDRESSES),
            System::nanoTime);
    var patience =
        new Patience(
            attempts.waitingPerAddress(),
            attempts.waitingOverall(),
            settings.passwords().longestWait());
    return new WaitingRoom(throttle, patience);
  }

  @Bean
  Door door(WaitingRoom room, RefusalLedger ledger) {
    return new Door(room, ledger);
  }

  @Bean
  Logins logins(InstallationSecret secret, Histories histories) {
    return new Logins(secret.blindIndex(), histories);
  }

  @Bean
  NewPasswords newPasswords(PasswordPolicy policy, PasswordHashing hashing, Vault vault) {
    return new NewPasswords(policy, hashing, vault);
  }

  @Bean
  PasswordProofs passwordProofs(Histories histories, Vault vault, PasswordHashing hashing) {
    return new PasswordProofs(histories, vault, hashing);
  }

  @Bean
  Registrar registrar(Logins logins, NewPasswords passwords, Vault vault, InstantSource clock) {
    return new Registrar(logins, passwords, vault, clock);
  }

  @Bean
  PasswordSignIn passwordSignIn(
      Door door,
      Logins logins,
      PasswordProofs proofs,
      WaitPolicy policy,
      Desk desk,
      ChosenSecrets chosen,
      Histories histories,
      Randomness randomness,
      InstantSource clock) {
    return new PasswordSignIn(
        new PasswordSignIn.Parts(
            door, logins, proofs, policy, desk, chosen, histories, randomness, clock));
  }

  @Bean
  Refreshing refreshing(
      RefreshTokens refreshTokens, TokenMint mint, Door door, Desk desk, InstantSource clock) {
    return new Refreshing(refreshTokens, mint, door, desk, clock);
  }

  @Bean
  PasswordChanges passwordChanges(
      PasswordProofs proofs,
      NewPasswords passwords,
      Vault vault,
      WaitPolicy policy,
      Settings settings,
      InstantSource clock) {
    return new PasswordChanges(
        new PasswordChanges.Parts(
            proofs, passwords, vault, policy, settings.signIn().oneTimePasswordLifetime(), clock));
  }
}
