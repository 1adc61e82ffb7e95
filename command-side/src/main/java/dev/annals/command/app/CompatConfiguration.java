package dev.annals.command.app;

import dev.annals.command.compat.Entrance;
import dev.annals.command.compat.databrain.DatabrainSettings;
import dev.annals.command.compat.datarhei.DatarheiSettings;
import dev.annals.command.compat.mainbrainer.MainBrainerSettings;
import dev.annals.command.http.ForeignApi;
import dev.annals.command.http.ListeningTomcat;
import dev.annals.command.http.Outlet;
import dev.annals.command.http.Outlets;
import dev.annals.crypto.Randomness;
import dev.annals.session.TokenId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    var outlets = settings.compat().inOrder().stream().flatMap(entrance -> of(entrance, known));
    return new Outlets(outlets.toList(), shared);
  }

  private static Stream<Outlet> of(Entrance entrance, List<ForeignApi> known) {
    return known.stream()
        .filter(api -> api.dialect().family().equals(entrance.family()))
        .map(api -> outlet(api, entrance));
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

  @Bean
  DatabrainSettings databrainSettings(Settings settings) {
    return settings.compat().databrain();
  }

  @Bean
  MainBrainerSettings mainBrainerSettings(Settings settings) {
    return settings.compat().mainbrainer();
  }

  @Bean
  DatarheiSettings datarheiSettings(Settings settings) {
    return settings.compat().datarhei();
  }

  /** Random alone, as the families' are. */
  @Bean
  Supplier<TokenId> foreignTokenIds(Randomness randomness) {
    return () -> new TokenId(randomness.uuid4());
  }
}
