package dev.annals.command.app;

import dev.annals.account.Login;
import dev.annals.command.compat.Entrance;
import dev.annals.command.decision.Commands;
import dev.annals.command.desk.Problem;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Vault;
import dev.annals.command.installation.FirstAdministrator;
import dev.annals.command.installation.Founding;
import dev.annals.crypto.GivenKey;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.history.Histories;
import dev.annals.store.postgres.PostgresLog;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys, sealing, and what happens on the first start. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {
  /** Microseconds are what the log keeps. */
  @Bean
  InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  @Bean
  Randomness randomness(InstantSource clock) {
    return Randomness.secure(clock);
  }

  @Bean
  Sealing sealing(Settings settings, PostgresLog log) {
    var kek =
        kek("annals.kek", settings.kek(), settings.kekFile())
            .orElseThrow(() ->
                new BadStart("There is no key-encryption key: set annals.kek or annals.kek-file."));
    var sealing = new Sealing(kek, log.dataKeys());
    previous(settings).ifPresent(sealing::trust);
    var rotation = settings.kekRotation();
    kek("annals.kek-rotation.next", rotation.next(), rotation.nextFile()).ifPresent(sealing::trust);
    return sealing;
  }

  private static Optional<KeyEncryptionKey> previous(Settings settings) {
    var rotation = settings.kekRotation();
    return kek("annals.kek-rotation.previous", rotation.previous(), rotation.previousFile());
  }

  private static Optional<KeyEncryptionKey> kek(
      String setting, @Nullable String given, @Nullable String file) {
    try {
      return GivenKey.of(setting, given, file);
    } catch (IllegalArgumentException e) {
      throw new BadStart(String.valueOf(e.getMessage()));
    }
  }

  @Bean
  Vault vault(Sealing sealing, Randomness randomness) {
    return new Vault(sealing, randomness);
  }

  @Bean
  Founding founding(
      Commands commands,
      Histories histories,
      Sealing sealing,
      Randomness randomness,
      InstantSource clock) {
    return new Founding(commands, histories, sealing, randomness, clock);
  }

  @Bean
  InstallationSecret installationSecret(Founding founding, Settings settings) {
    previous(settings).map(KeyEncryptionKey::id).ifPresent(founding::replaceKek);
    var secret = founding.secret();
    var tokens = settings.tokens();
    founding.signingKey(tokens.algorithm(), tokens.accessLifetime());
    settings.compat().inOrder().forEach(family -> sharedKey(founding, family));
    return secret;
  }

  private static void sharedKey(Founding founding, Entrance family) {
    try {
      var given = Optional.ofNullable(family.secret()).map(SharedKey::fromBase64);
      founding.sharedKey(family.family(), given, family.longestLife());
    } catch (IllegalArgumentException e) {
      throw new BadStart("annals.compat." + family.family() + ".secret: " + e.getMessage());
    }
  }

  /** Appointed before anybody can ask for anything, and told at once: there is no second time. */
  @Bean
  FirstAdministrator firstAdministrator(
      Founding founding,
      Registrar registrar,
      Commands commands,
      Randomness randomness,
      Settings settings) {
    var first = new FirstAdministrator(founding, registrar, commands, randomness);
    appoint(first, settings.administrator()).ifPresent(System.out::println);
    return first;
  }

  private static Optional<String> appoint(
      FirstAdministrator first, Settings.Administrator administrator) {
    try {
      return first.appoint(
          new Login(administrator.login()),
          Optional.ofNullable(administrator.password()).filter(given -> !given.isEmpty()));
    } catch (Problem e) {
      throw new BadStart("annals.administrator." + e.detail());
    } catch (IllegalArgumentException e) {
      throw new BadStart("annals.administrator: " + e.getMessage());
    }
  }
}
