package dev.annals.query.app.alone;

import dev.annals.crypto.DataKeys;
import dev.annals.crypto.Sealing;
import dev.annals.query.feed.FeedLimits;
import dev.annals.query.feed.KafkaFeed;
import dev.annals.query.feed.KafkaRelay;
import dev.annals.query.feed.RelayedTopic;
import dev.annals.query.who.RelayKey;
import dev.annals.store.copy.CopySchema;
import dev.annals.store.keys.PostgresDataKeys;
import dev.annals.store.keys.ReadDataKeys;
import dev.annals.store.postgres.PostgresReading;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.ReadingRoom;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

/** By what way the log gets here, and whether it goes on to Kafka from here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {
  private static Health health(Optional<String> trouble) {
    return trouble
        .map(why -> Health.down().withDetail("trouble", why).build())
        .orElseGet(() -> Health.up().build());
  }

  /** For feed and relay, if there is either: both ask the log's own database for the key. */
  @Bean
  @Lazy
  RelayedTopic relayedTopic(AloneSettings settings, FeedSettings feed, Sealing sealing) {
    var log = new LogSettings(LogConfiguration.reader(settings), LogSettings.Limits.DEFAULT);
    return new RelayedTopic(feed.kafka().settings(), new RelayKey(log, sealing));
  }

  /** The log itself: its primary, or a replica. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "annals.feed", havingValue = "log", matchIfMissing = true)
  static class FromTheLog {
    @Bean(destroyMethod = "close")
    PostgresReading askedLog(AloneSettings settings, MeterRegistry registry) {
      var database = LogConfiguration.reader(settings);
      return PostgresReading.open(new LogSettings(database, LogSettings.Limits.DEFAULT), registry);
    }

    @Bean
    DataKeys dataKeys(PostgresReading askedLog) {
      return askedLog.dataKeys();
    }
  }

  /** A copy in the query database, fed by Kafka. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "annals.feed", havingValue = "kafka")
  static class FromKafka {
    @Bean(destroyMethod = "close")
    PostgresReading askedLog(AloneSettings settings, MeterRegistry registry) {
      CopySchema.migrate(copy(settings));
      var database = CopySchema.within(copy(settings));
      return PostgresReading.open(new LogSettings(database, LogSettings.Limits.DEFAULT), registry);
    }

    /** Only the log's own database has the data keys. */
    @Bean(destroyMethod = "close")
    ReadingRoom keyRoom(AloneSettings settings) {
      var database = LogConfiguration.reader(settings);
      return new ReadingRoom(Sessions.readOnly(database), database.poolSize());
    }

    @Bean
    DataKeys dataKeys(ReadingRoom keyRoom) {
      return new ReadDataKeys(new PostgresDataKeys(keyRoom));
    }
  }

  /** Writes the copy, or stands by; not where nothing is followed. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "annals.feed", havingValue = "kafka")
  @ConditionalOnBooleanProperty(name = "annals.query.follow", matchIfMissing = true)
  static class Feeding {
    /** It writes to what {@code askedLog} has migrated. */
    @Bean(destroyMethod = "close")
    @DependsOn("askedLog")
    KafkaFeed kafkaFeed(AloneSettings settings, RelayedTopic topic, MeterRegistry registry) {
      var database = CopySchema.within(copy(settings));
      return KafkaFeed.start(database, topic, FeedLimits.DEFAULT, registry);
    }

    /** Part of readiness: a copy that does not go on misses what was revoked. */
    @Bean
    HealthIndicator feedHealthIndicator(KafkaFeed feed) {
      return () -> health(feed.health().trouble());
    }
  }

  private static LogSettings.Database copy(AloneSettings settings) {
    var database = settings.query().database();
    return new LogSettings.Database(
        database.url(), database.username(), database.password(), database.readers());
  }

  /** Offers to relay. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "annals.relay.enabled", havingValue = "true")
  static class Relaying {
    /** The log, however the views of this process get it; with no meters of its own. */
    @Bean(destroyMethod = "close")
    PostgresReading relayedLog(AloneSettings settings, FeedSettings feed) {
      var database = relay(settings, feed);
      return PostgresReading.open(
          new LogSettings(database, LogSettings.Limits.DEFAULT), new SimpleMeterRegistry());
    }

    @Bean(destroyMethod = "close")
    KafkaRelay relay(
        PostgresReading relayedLog,
        AloneSettings settings,
        FeedSettings feed,
        RelayedTopic topic,
        MeterRegistry registry) {
      return KafkaRelay.start(relayedLog, relay(settings, feed), topic, registry);
    }

    private static LogSettings.Database relay(AloneSettings settings, FeedSettings feed) {
      var relay = feed.relay();
      if (relay.username() == null) {
        throw new BadStart("annals.relay.username is not set");
      }
      var url = relay.url() == null ? settings.database().url() : relay.url();
      return new LogSettings.Database(url, relay.username(), relay.password(), 2);
    }

    @Bean
    HealthIndicator relayHealthIndicator(KafkaRelay relay) {
      return () -> health(relay.health().trouble());
    }
  }
}
