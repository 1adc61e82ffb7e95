package dev.annals.query.upkeep;

import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What operators watch: how far each view is behind the log, and whether it has stopped. */
final class ViewMetrics {
  private static final double MILLIS = 1e3;

  private ViewMetrics() {}

  static void register(MeterRegistry registry, Views views, LogReading log) {
    for (var name : views.names()) {
      gauge(registry, "annals.view.position", name, views, all -> all.state(name).position());
      gauge(registry, "annals.view.lag.events", name, views, all -> events(all.state(name)));
      gauge(registry, "annals.view.lag.seconds", name, views, all -> seconds(all, name, log));
      gauge(registry, "annals.view.stopped", name, views, all -> stopped(all.state(name)));
      gauge(registry, "annals.view.build.percent", name, views, all -> percent(all, name));
      gauge(registry, "annals.view.build.rate", name, views, all -> rate(all, name));
    }
  }

  private static void gauge(
      MeterRegistry registry,
      String meter,
      String view,
      Views views,
      ToDoubleFunction<Views> value) {
    var _ = Gauge.builder(meter, views, value).tag("view", view).register(registry);
  }

  private static double events(ViewState state) {
    return state.head() - Math.max(0, state.position());
  }

  /** The log's last time minus the last one that was applied. */
  private static double seconds(Views views, String name, LogReading log) {
    var state = views.state(name);
    if (state.position() >= state.head()) {
      return 0;
    }
    try {
      var last = log.read(state.head() - 1, 1);
      var applied = views.serving(name).flatMap(Generation::at);
      if (last.isEmpty()) {
        return 0;
      }
      var since = applied.orElseGet(() -> log.read(0, 1).getFirst().at());
      return Math.max(0, Duration.between(since, last.getFirst().at()).toMillis() / MILLIS);
    } catch (LogUnavailable _) {
      return Double.NaN;
    }
  }

  private static double stopped(ViewState state) {
    return state.phase() == Phase.STOPPED ? 1 : 0;
  }

  private static double percent(Views views, String name) {
    return views.build(name).map(build -> (double) build.percent()).orElse(Double.NaN);
  }

  private static double rate(Views views, String name) {
    return views
        .build(name)
        .filter(build -> !build.isOver())
        .map(build -> (double) build.eventsPerSecond())
        .orElse(0.0);
  }
}
