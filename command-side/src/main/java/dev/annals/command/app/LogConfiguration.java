package dev.annals.command.app;

import dev.annals.command.account.AccountCommand;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.Administration;
import dev.annals.command.account.RevokeAllSessions;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.AxonStreams.Binding;
import dev.annals.command.client.ApiKeyCommand;
import dev.annals.command.client.ApiKeys;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.credential.CredentialCommand;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Histories;
import dev.annals.command.installation.Installation;
import dev.annals.command.installation.InstallationCommand;
import dev.annals.command.key.KeyRings;
import dev.annals.command.key.RotateSigningKey;
import dev.annals.command.login.ChangeLogin;
import dev.annals.command.login.LoginChange;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.LoginCommand;
import dev.annals.command.session.SessionCommand;
import dev.annals.command.session.Sessions;
import dev.annals.command.session.SignIn;
import dev.annals.crypto.Randomness;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.sql.LogSchema;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.LogSettings.Limits;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
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
    return new AxonStreams(log, randomness, settings.statesInMemory(), bindings());
  }

  private static List<Binding<?, ?>> bindings() {
    return List.of(
        new Binding<>(AccountCommand.class, Administration.STREAM),
        new Binding<>(RevokeAllSessions.class, Accounts.STREAM),
        new Binding<>(CredentialCommand.class, Accounts.STREAM),
        new Binding<>(SignIn.class, Accounts.STREAM),
        new Binding<>(IssueApiKey.class, Accounts.STREAM),
        new Binding<>(LoginCommand.class, LoginClaims.STREAM),
        new Binding<>(ChangeLogin.class, LoginChange.STREAM),
        new Binding<>(SessionCommand.class, Sessions.STREAM),
        new Binding<>(ApiKeyCommand.class, ApiKeys.STREAM),
        new Binding<>(RotateSigningKey.class, KeyRings.STREAM),
        new Binding<>(InstallationCommand.class, Installation.STREAM));
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
