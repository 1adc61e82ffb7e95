package dev.annals.command.compat.databrain;

import dev.annals.command.compat.Entrance;
import dev.annals.session.Family;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for Databrain's API, under {@code annals.compat.databrain}.
 *
 * @param selfHosted otherwise its endpoints answer as a cloud instance does
 * @param tellUnknownUsers as the contract has it; otherwise a wrong e-mail is as a wrong password
 * @param tokenLifetime of an admin JWT; the contract does not say
 * @param blockedEmailDomains whose addresses may not sign up
 */
public record DatabrainSettings(
    @DefaultValue("false") boolean enabled,
    @Nullable Integer port,
    @DefaultValue("") String prefix,
    @Nullable String secret,
    @DefaultValue("true") boolean selfHosted,
    @DefaultValue("true") boolean tellUnknownUsers,
    @DefaultValue("24h") Duration tokenLifetime,
    @DefaultValue List<String> blockedEmailDomains)
    implements Entrance {
  public static final Family FAMILY = new Family("databrain");

  /** Tokens tell time in seconds. */
  public DatabrainSettings {
    if (tokenLifetime.toSeconds() < 1
        || !tokenLifetime.equals(Duration.ofSeconds(tokenLifetime.toSeconds()))) {
      throw new IllegalArgumentException("token-lifetime must be whole seconds, at least one");
    }
    blockedEmailDomains =
        blockedEmailDomains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public Family family() {
    return FAMILY;
  }

  @Override
  public Duration longestLife() {
    return tokenLifetime;
  }

  @Override
  public String toString() {
    return "DatabrainSettings[…]";
  }
}
