package dev.annals.query.app.alone;

import dev.annals.crypto.DataKeys;
import dev.annals.crypto.GivenKey;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.query.app.EveryView;
import dev.annals.query.recording.Addresses;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.Views;
import dev.annals.store.LogReading;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.sql.LogSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed and recorded elsewhere; and the views, kept here. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
  static LogSettings.Database reader(AloneSettings settings) {
    var database = settings.database();
    return new LogSettings.Database(
        database.url(), database.username(), database.password(), database.readers());
  }

  @Bean
  Sealing sealing(AloneSettings settings, DataKeys dataKeys) {
    var kek =
        given("annals.kek", settings.kek(), settings.kekFile())
            .orElseThrow(() ->
                new BadStart("There is no key-encryption key: set annals.kek or annals.kek-file."));
    var sealing = new Sealing(kek, dataKeys);
    var rotation = settings.kekRotation();
    given("annals.kek-rotation.previous", rotation.previous(), rotation.previousFile())
        .ifPresent(sealing::trust);
    given("annals.kek-rotation.next", rotation.next(), rotation.nextFile())
        .ifPresent(sealing::trust);
    return sealing;
  }

  private static Optional<KeyEncryptionKey> given(
      String setting, @Nullable String text, @Nullable String file) {
    try {
      return GivenKey.of(setting, text, file);
    } catch (IllegalArgumentException e) {
      throw new BadStart(String.valueOf(e.getMessage()));
    }
  }

  @Bean(destroyMethod = "close")
  Forgetting forgetting(@Qualifier("askedLog") LogReading log, Sealing sealing) {
    return new Forgetting(log, sealing);
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

  @Bean(destroyMethod = "close")
  Views views(
      @Qualifier("askedLog") LogReading log, AloneSettings settings, MeterRegistry registry) {
    var views = new Views(EveryView.all(), log, queryDatabase(settings), registry);
    if (settings.query().follow()) {
      views.start();
    }
    return views;
  }

  static QueryDatabase queryDatabase(AloneSettings settings) {
    var database = settings.query().database();
    return new QueryDatabase(
        database.url(), database.username(), database.password(), database.readers());
  }
}
