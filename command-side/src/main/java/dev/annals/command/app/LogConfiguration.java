package dev.annals.command.app;

import dev.annals.command.axon.AxonStreams;
import dev.annals.command.decision.Commands;
import dev.annals.crypto.Randomness;
import dev.annals.history.Histories;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.LogSettings.Limits;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log, and the streams that commands are decided on. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
  @Bean(destroyMethod = "close")
  PostgresLog log(Settings settings, MeterRegistry registry) {
    migrate(settings.database());
    return PostgresLog.open(logSettings(settings.database()), registry);
  }

  private static void migrate(Settings.Database database) {
    var owner = database.migration();
    if (owner != null) {
      LogSchema.migrate(database.url(), owner.username(), owner.password());
    }
  }

  private static LogSettings logSettings(Settings.Database database) {
    var usual = Limits.DEFAULT;
    return new LogSettings(
        new LogSettings.Database(
            database.url(), database.username(), database.password(), database.readers()),
        new Limits(database.queue(), usual.batch(), usual.window(), usual.patience()));
  }

  @Bean(destroyMethod = "close")
  AxonStreams streams(PostgresLog log, Randomness randomness, Settings settings) {
    return new AxonStreams(log, randomness, settings.statesInMemory(), StreamBindings.all());
  }

  @Bean
  Commands commands(AxonStreams streams) {
    return streams.commands();
  }

  @Bean
  Histories histories(AxonStreams streams) {
    return streams.histories();
  }
}
