package dev.annals.command.app;

import dev.annals.command.decision.Commands;
import dev.annals.command.gate.Forgetting;
import dev.annals.command.installation.RefusalReport;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.crypto.Sealing;
import dev.annals.store.EventLog;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on beside requests. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {
  /** Ready means that a command would be recorded. */
  @Bean
  HealthIndicator logHealthIndicator(EventLog log) {
    return () ->
        log.isWritable()
            ? Health.up().withDetail("position", log.head()).build()
            : Health.down().withDetail("reason", "the log cannot be written").build();
  }

  @Bean(destroyMethod = "close")
  Forgetting forgetting(EventLog log, Sealing sealing) {
    return new Forgetting(log, sealing);
  }

  @Bean(destroyMethod = "close")
  RefusalReport refusalReport(RefusalLedger ledger, Commands commands, InstantSource clock) {
    return new RefusalReport(ledger, commands, clock);
  }
}
