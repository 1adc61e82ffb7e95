package dev.annals.query.feed;

import dev.annals.store.LogReading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What a relay tells those who watch it; its metrics start with {@code annals.relay}. */
final class RelayState {
  private final LogReading log;
  private final Clock clock;
  final Counter sent;
  final Counter failures;
  private volatile boolean leading;
  private volatile long position;
  private volatile @Nullable Instant oldestWaiting;
  private volatile @Nullable String trouble;

  RelayState(LogReading log, Clock clock, MeterRegistry registry) {
    this.log = log;
    this.clock = clock;
    sent =
        Counter.builder("annals.relay.sent")
            .description("events that Kafka has acknowledged")
            .register(registry);
    failures =
        Counter.builder("annals.relay.failures")
            .description("times the relay had to begin again")
            .register(registry);
    gauge(registry, "position", "last position known to be in the topic", of -> of.position);
    gauge(registry, "lag.events", "events that are not in the topic", RelayState::lag);
    gauge(registry, "lag.seconds", "age of the oldest of them", RelayState::lagSeconds);
    gauge(registry, "leader", "1 if this relay is the one that sends", of -> of.leading ? 1 : 0);
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<RelayState> value) {
    var _ = Gauge.builder("annals.relay." + name, this, value).description(what).register(registry);
  }

  void leads(boolean now) {
    leading = now;
  }

  /** Everything up to here is in the topic. */
  void reached(long now) {
    position = now;
    oldestWaiting = null;
  }

  /** These are on their way, the first of them since then. */
  void sending(Instant first) {
    oldestWaiting = first;
  }

  void flows() {
    trouble = null;
  }

  void stuck(String why) {
    trouble = why;
  }

  RelayHealth health() {
    return new RelayHealth(leading, position, lag(), Optional.ofNullable(trouble));
  }

  private long lag() {
    return Math.max(0, log.head() - position);
  }

  private double lagSeconds() {
    var first = oldestWaiting;
    return first == null
        ? 0
        : Math.max(0, Duration.between(first, clock.instant()).toMillis()) / 1_000.0;
  }
}
