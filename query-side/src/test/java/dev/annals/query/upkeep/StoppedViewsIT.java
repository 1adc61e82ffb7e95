package dev.annals.query.upkeep;

import static dev.annals.query.upkeep.ViewBench.reach;
import static dev.annals.query.upkeep.ViewBench.rows;
import static dev.annals.query.upkeep.ViewBench.until;
import static dev.annals.query.upkeep.ViewBench.views;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.store.NewEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that cannot be applied or read stops a view, loudly, until that is mended. */
class StoppedViewsIT {
  private final ViewBench bench = new ViewBench();
  private final Names names = new Names("names", 1);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void an_event_that_cannot_be_applied_stops_its_view_alone() {
    var other = new Names("other", 1);
    try (var views = bench.started(names, other)) {
      reach(views, "names", 2_000);
      reach(views, "other", 2_000);
      names.failsAt(position -> position == 2_007);
      bench.append(10);

      reach(views, "other", 2_010);
      until(() -> views.state("names").phase() == Phase.STOPPED);

      assertThat(views.waiting().reached("names")).isEqualTo(2_006);
      assertThat(rows(views, "names")).isEqualTo(2_006);
      assertThat(views.state("names").error().orElseThrow())
          .contains("at position 2007", "IllegalArgumentException")
          .doesNotContain("secret");
      assertThat(views.state("other").phase()).isEqualTo(Phase.FOLLOWING);
    }
  }

  @Test
  void a_stopped_view_goes_on_by_itself_once_that_is_mended() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
      names.failsAt(position -> position == 2_002);
      bench.append(5);
      until(() -> views.state("names").phase() == Phase.STOPPED);

      names.failsAt(_ -> false);

      reach(views, "names", 2_005);
      until(() -> views.state("names").error().isEmpty());
      assertThat(rows(views, "names")).isEqualTo(2_005);
    }
  }

  @Test
  void an_event_that_cannot_be_read_stops_a_view_and_is_named() {
    try (var views = bench.started(names)) {
      reach(views, "names", 2_000);
      bench.append(1);
      var unreadable = "{\"never\":\"shown\"}".getBytes(StandardCharsets.UTF_8);
      bench.append(event("account.locked", unreadable));

      until(() -> views.state("names").phase() == Phase.STOPPED);

      assertThat(views.waiting().reached("names")).isEqualTo(2_001);
      assertThat(views.state("names").error().orElseThrow())
          .isEqualTo(
              "account.locked at position 2002: unreadable: payload of account.locked version 1");
    }
  }

  @Test
  void a_view_that_cannot_be_built_to_the_end_serves_as_far_as_it_comes() {
    names.failsAt(position -> position == 1_234);
    try (var views = bench.started(names)) {
      until(() -> views.areReady() && views.state("names").phase() == Phase.STOPPED);

      assertThat(rows(views, "names")).isEqualTo(1_233);

      names.failsAt(_ -> false);
      reach(views, "names", 2_000);
      assertThat(rows(views, "names")).isEqualTo(2_000);
    }
  }

  @Test
  void lag_and_stops_are_metrics() {
    var registry = new SimpleMeterRegistry();
    try (var views = new Views(List.of(names), bench.desk(), registry)) {
      views.start();
      reach(views, "names", 2_000);
      until(() -> registry.get("annals.view.lag.events").tag("view", "names").gauge().value() == 0);
      assertThat(registry.get("annals.view.position").gauge().value()).isEqualTo(2_000);
      assertThat(registry.get("annals.view.lag.seconds").gauge().value()).isZero();
      assertThat(registry.get("annals.view.stopped").gauge().value()).isZero();

      names.failsAt(position -> position == 2_001);
      bench.append(event("request.answered", answered(0)), event("request.answered", answered(60)));

      until(() -> registry.get("annals.view.stopped").gauge().value() == 1);
      assertThat(registry.get("annals.view.lag.events").gauge().value()).isEqualTo(2);
      assertThat(registry.get("annals.view.lag.seconds").gauge().value()).isPositive();
    }
  }

  private static byte[] answered(int second) {
    return "{\"key\":\"k\",\"fingerprint\":\"f\",\"answer\":\"a\",\"at\":\"2030-01-01T00:00:%02dZ\"}"
        .formatted(second % 60)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static NewEvent event(String name, byte[] payload) {
    var metadata = "{\"actor\":\"system\"}".getBytes(StandardCharsets.UTF_8);
    var at = Instant.parse("2030-01-01T00:00:00Z");
    return new NewEvent(UUID.randomUUID(), at, name, "1", List.of(), metadata, payload);
  }
}
