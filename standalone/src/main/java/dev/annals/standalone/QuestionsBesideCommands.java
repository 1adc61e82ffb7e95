package dev.annals.standalone;

import dev.annals.command.session.Terms.Issuing;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.event.AddressIndex;
import dev.annals.history.Histories;
import dev.annals.query.app.EveryView;
import dev.annals.query.http.Askers;
import dev.annals.query.http.TokenAskers;
import dev.annals.query.recording.Addresses;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.Views;
import dev.annals.query.who.Tokens;
import dev.annals.store.EventLog;
import dev.annals.token.Recipient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The query side on the command side's own log, keys and checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
class QuestionsBesideCommands {
  /** What is asked is the log that is written. */
  @Bean
  static BeanFactoryPostProcessor oneLog() {
    return beans -> beans.registerAlias("log", "askedLog");
  }

  @Bean
  Tokens tokens(Histories histories, Sealing sealing, Issuing issuing, InstantSource clock) {
    var recipient = new Recipient(issuing.issuer(), issuing.audience());
    return new Tokens(histories, sealing, recipient, clock);
  }

  @Bean
  Askers askers(Tokens tokens) {
    return new TokenAskers(tokens.check());
  }

  @Bean
  Addresses addresses(AddressIndex index) {
    return () -> index;
  }

  @Bean
  Recording recording(
      EventLog log,
      Sealing sealing,
      Addresses addresses,
      Randomness randomness,
      InstantSource clock) {
    return new Recording(log, sealing, addresses, randomness, clock);
  }

  @Bean(destroyMethod = "close", initMethod = "start")
  Views views(EventLog log, ViewSettings settings, MeterRegistry registry) {
    var database = settings.database();
    return new Views(
        EveryView.all(),
        log,
        new QueryDatabase(
            database.url(), database.username(), database.password(), database.readers()),
        registry);
  }
}
