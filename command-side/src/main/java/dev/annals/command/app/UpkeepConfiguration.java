package dev.annals.command.app;

import dev.annals.command.decision.Commands;
import dev.annals.command.installation.RefusalReport;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.crypto.Sealing;
import dev.annals.store.EventLog;
import dev.annals.store.keys.Erasures;
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

  /**
   * Deletes the data keys of all who were ever erased: from the memory of every process, and for
   * good even if the process that recorded an erasure died before it could.
   */
  @Bean(destroyMethod = "close")
  Erasures erasures(EventLog log, Sealing sealing) {
    return new Erasures(log, 0, sealing::forget);
  }

  @Bean(destroyMethod = "close")
  RefusalReport refusalReport(RefusalLedger ledger, Commands commands, InstantSource clock) {
    return new RefusalReport(ledger, commands, clock);
  }
}
