package dev.annals.command.app;

import dev.annals.command.app.Settings.Entrance;
import dev.annals.command.http.ForeignApi;
import dev.annals.command.http.ListeningTomcat;
import dev.annals.command.http.Outlet;
import dev.annals.command.http.Outlets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the foreign families are reachable. */
@Configuration(proxyBeanMethods = false)
class CompatConfiguration {
  @Bean
  Outlets outlets(
      Settings settings,
      ObjectProvider<ForeignApi> families,
      @Value("${server.port:8080}") int shared) {
    var known = families.orderedStream().toList();
    var enabled = settings.compat().inOrder().stream().filter(Entrance::enabled);
    return new Outlets(enabled.flatMap(entrance -> of(entrance, known).stream()).toList(), shared);
  }

  private static List<Outlet> of(Entrance entrance, List<ForeignApi> known) {
    return known.stream()
        .filter(api -> api.dialect().family().equals(entrance.family()))
        .map(api -> outlet(api, entrance))
        .toList();
  }

  private static Outlet outlet(ForeignApi api, Entrance entrance) {
    try {
      return new Outlet(api, Optional.ofNullable(entrance.port()), entrance.prefix());
    } catch (IllegalArgumentException e) {
      throw new BadStart("annals.compat." + entrance.family() + "." + e.getMessage());
    }
  }

  @Bean
  ListeningTomcat listeningTomcat(Outlets outlets) {
    return new ListeningTomcat(outlets);
  }
}
