package dev.annals.query.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a feed tells those who watch it; its metrics start with {@code annals.feed}. */
final class FeedState {
  private static final Logger LOG = LoggerFactory.getLogger(FeedState.class);
  final Counter copied;
  final Counter dropped;
  private final MultiGauge partitions;
  private volatile boolean writing;
  private volatile long position;
  private volatile long waiting;
  private volatile Map<Integer, Long> unread = Map.of();
  private volatile @Nullable String trouble;

  FeedState(MeterRegistry registry) {
    copied =
        Counter.builder("annals.feed.copied")
            .description("events written into the copy")
            .register(registry);
    dropped =
        Counter.builder("annals.feed.dropped")
            .description("records of events that were copied before")
            .register(registry);
    partitions =
        MultiGauge.builder("annals.feed.partition.lag")
            .description("records of a partition that are not read")
            .register(registry);
    gauge(registry, "position", "last position copied", of -> of.position);
    gauge(registry, "lag.events", "records of the topic that are not copied", FeedState::lag);
    gauge(registry, "waiting", "events read that wait for an earlier one", of -> of.waiting);
    gauge(registry, "writer", "1 if this feed writes the copy", of -> of.writing ? 1 : 0);
    gauge(registry, "trouble", "1 if events are kept from it", of -> of.trouble == null ? 0 : 1);
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<FeedState> value) {
    var _ = Gauge.builder("annals.feed." + name, this, value).description(what).register(registry);
  }

  void writes(boolean now) {
    writing = now;
  }

  void reached(long head) {
    position = head;
  }

  void read(Map<Integer, Long> rest, long early) {
    unread = Map.copyOf(rest);
    waiting = early;
    partitions.register(
        rest.entrySet().stream()
            .map(each ->
                MultiGauge.Row.of(Tags.of("partition", each.getKey().toString()), each.getValue()))
            .toList(),
        true);
  }

  void flows() {
    if (trouble != null) {
      LOG.info("The feed goes on; its copy has reached position {}", position);
    }
    trouble = null;
  }

  /** Says it aloud, once. */
  void stuck(String why) {
    if (!why.equals(trouble)) {
      LOG.error("The feed does not go on behind position {}: {}", position, why);
    }
    trouble = why;
  }

  FeedHealth health() {
    return new FeedHealth(writing, position, lag(), Optional.ofNullable(trouble));
  }

  private long lag() {
    return waiting + unread.values().stream().mapToLong(Long::longValue).sum();
  }
}
