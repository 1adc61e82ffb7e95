package dev.annals.query.app;

import dev.annals.query.upkeep.ViewState;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.query.upkeep.Views;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a monitor is told of the views. */
@Configuration(proxyBeanMethods = false)
class ViewHealthConfiguration {
  /** Down while a view has stopped; the others go on, so this says nothing of readiness. */
  @Bean
  HealthIndicator viewsHealthIndicator(Views views) {
    return () -> {
      var stopped = views.states().stream().filter(ViewHealthConfiguration::hasStopped).toList();
      return stopped.isEmpty()
          ? Health.up().build()
          : Health.down()
              .withDetail("stopped", stopped.stream().map(ViewState::name).toList())
              .build();
    };
  }

  private static boolean hasStopped(ViewState state) {
    return state.phase() == Phase.STOPPED;
  }

  /** Up once every view can be asked; part of what a load balancer asks of the query side. */
  @Bean
  HealthIndicator builtHealthIndicator(Views views) {
    return () -> views.areReady() ? Health.up().build() : Health.down().build();
  }
}
