package dev.annals.query.app.alone;

import dev.annals.address.ClientAddress;
import dev.annals.address.Network;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.query.account.AccountView;
import dev.annals.query.activity.ActivityView;
import dev.annals.query.audit.Addresses;
import dev.annals.query.audit.AuditView;
import dev.annals.query.audit.Recording;
import dev.annals.query.http.Askers;
import dev.annals.query.http.TokenAskers;
import dev.annals.query.session.SessionView;
import dev.annals.query.view.QueryDatabase;
import dev.annals.query.view.Views;
import dev.annals.query.who.Founded;
import dev.annals.query.who.Tokens;
import dev.annals.store.LogUnavailable;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.postgres.PostgresReading;
import dev.annals.store.sql.LogSettings;
import dev.annals.token.Recipient;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;

/** What the command side brings along where both run together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AloneSettings.class)
class AloneConfiguration {
  private static final long STATES_IN_MEMORY = 100_000;

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
  JsonMapperBuilderCustomizer snakeCase() {
    return json ->
        json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE);
  }

  @Bean
  FilterRegistrationBean<RequestIds> requestIds(Randomness randomness) {
    var registration = new FilterRegistrationBean<>(new RequestIds(randomness));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean(destroyMethod = "close")
  PostgresReading askedLog(AloneSettings settings, MeterRegistry registry) {
    var database = settings.database();
    return PostgresReading.open(
        LogSettings.of(database.url(), database.username(), database.password()), registry);
  }

  @Bean
  Sealing sealing(AloneSettings settings, PostgresReading askedLog) {
    return new Sealing(kek(settings), askedLog.dataKeys());
  }

  private static KeyEncryptionKey kek(AloneSettings settings) {
    if (settings.kek() != null) {
      return KeyEncryptionKey.fromBase64(settings.kek());
    }
    if (settings.kekFile() == null) {
      throw new IllegalStateException(
          "There is no key-encryption key: set annals.kek or annals.kek-file.");
    }
    try {
      return KeyEncryptionKey.fromBase64(Files.readString(Path.of(settings.kekFile())));
    } catch (IOException e) {
      throw new UncheckedIOException("annals.kek-file cannot be read", e);
    }
  }

  @Bean
  Tokens tokens(
      PostgresReading askedLog, Sealing sealing, AloneSettings settings, InstantSource clock) {
    var recipient = new Recipient(settings.tokens().issuer(), settings.tokens().audience());
    return new Tokens(Tokens.histories(askedLog, STATES_IN_MEMORY), sealing, recipient, clock);
  }

  @Bean
  Askers askers(Tokens tokens) {
    return new TokenAskers(tokens.check());
  }

  /** Before there is an installation there is nobody who could ask. */
  @Bean
  Addresses addresses(Tokens tokens) {
    return () ->
        tokens
            .founded()
            .map(Founded::addresses)
            .orElseThrow(() -> LogUnavailable.nothingWritten("it has not been founded", null));
  }

  @Bean
  ClientAddress clientAddress(AloneSettings settings) {
    var trusted = settings.proxies().trusted().stream().map(Network::parse).toList();
    return new ClientAddress(trusted, settings.proxies().header());
  }

  @Bean(destroyMethod = "close")
  PostgresLog recordingLog(AloneSettings settings, MeterRegistry registry) {
    var login = settings.recording();
    var url = login.url() == null ? settings.database().url() : login.url();
    return PostgresLog.open(LogSettings.of(url, login.username(), login.password()), registry);
  }

  @Bean
  Recording recording(
      PostgresLog recordingLog,
      Sealing sealing,
      Addresses addresses,
      Randomness randomness,
      InstantSource clock) {
    return new Recording(recordingLog, sealing, addresses, randomness, clock);
  }

  @Bean(destroyMethod = "close", initMethod = "start")
  Views views(PostgresReading askedLog, AloneSettings settings, MeterRegistry registry) {
    var database = settings.query().database();
    return new Views(
        List.of(new AuditView(), new AccountView(), new SessionView(), new ActivityView()),
        askedLog,
        new QueryDatabase(
            database.url(), database.username(), database.password(), database.readers()),
        registry);
  }
}
