package dev.annals.command.compat.datarhei;

import dev.annals.command.compat.Entrance;
import dev.annals.session.Family;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for datarhei's API, under {@code annals.compat.datarhei}.
 *
 * @param auth as a Core's {@code api.auth.enable}: without it there is no login, and no guard
 * @param skipLocalhost as a Core's {@code api.auth.disable_localhost}
 * @param failedLoginDelay how long the answer to a failed login takes
 * @param name what this Core is called
 */
public record DatarheiSettings(
    @DefaultValue("false") boolean enabled,
    @Nullable Integer port,
    @DefaultValue("") String prefix,
    @Nullable String secret,
    @DefaultValue("true") boolean auth,
    @DefaultValue("false") boolean skipLocalhost,
    @DefaultValue("5s") Duration failedLoginDelay,
    @DefaultValue("annals") String name)
    implements Entrance {
  public static final Family FAMILY = new Family("datarhei");

  @Override
  public Family family() {
    return FAMILY;
  }

  @Override
  public Duration longestLife() {
    return CoreTokens.REFRESH;
  }

  @Override
  public String toString() {
    return "DatarheiSettings[…]";
  }
}
