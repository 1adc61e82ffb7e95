package dev.annals.standalone;

import dev.annals.check.TokenCheck;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.event.AddressIndex;
import dev.annals.query.app.EveryView;
import dev.annals.query.audit.Addresses;
import dev.annals.query.audit.Recording;
import dev.annals.query.http.Askers;
import dev.annals.query.http.TokenAskers;
import dev.annals.query.view.QueryDatabase;
import dev.annals.query.view.Views;
import dev.annals.store.EventLog;
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
  Askers askers(TokenCheck check) {
    return new TokenAskers(check);
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
