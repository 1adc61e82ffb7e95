package dev.annals.store.postgres;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What an operator wants to see of the log; names start with {@code annals.log}. */
final class LogMetrics {
  final DistributionSummary batch;
  final Timer append;
  final Counter conflicts;
  final Counter busy;
  final Counter fences;
  final Counter resolved;
  final Counter unknown;

  LogMetrics(MeterRegistry registry) {
    batch =
        DistributionSummary.builder("annals.log.batch.events")
            .description("events written by one statement")
            .register(registry);
    append =
        Timer.builder("annals.log.append")
            .description("from asking to knowing that the events are durable")
            .register(registry);
    conflicts = counter(registry, "conflicts", "appends whose condition did not hold");
    busy = counter(registry, "busy", "appends refused because too many were waiting");
    fences = counter(registry, "fences", "batches tried again behind another writer");
    resolved = counter(registry, "unknown.resolved", "lost statements whose fate was found out");
    unknown = counter(registry, "unknown", "lost statements whose fate was not found out in time");
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("annals.log." + name).description(description).register(registry);
  }
}
