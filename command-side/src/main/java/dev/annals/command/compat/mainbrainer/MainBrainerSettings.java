package dev.annals.command.compat.mainbrainer;

import dev.annals.command.compat.Entrance;
import dev.annals.session.Family;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for MainBrainer's API, under {@code annals.compat.mainbrainer}.
 *
 * @param issuer {@code iss}, as the vendor's published token has it
 * @param audience {@code aud}
 * @param hosts what the claims {@code dns} and {@code website} say
 * @param timeZoneOffset of everybody, such as {@code UTC+05:30~Asia/Kolkata}
 * @param locale of everybody
 */
public record MainBrainerSettings(
    @DefaultValue("false") boolean enabled,
    @Nullable Integer port,
    @DefaultValue("") String prefix,
    @Nullable String secret,
    @DefaultValue("http://localhost:44306/") String issuer,
    @DefaultValue("Apiv2") String audience,
    @DefaultValue("localhost") String hosts,
    @DefaultValue("UTC+00:00~Etc/UTC") String timeZoneOffset,
    @DefaultValue("en-US") String locale)
    implements Entrance {
  private static final Duration TEN_YEARS = Duration.ofDays(3653);

  public static final Family FAMILY = new Family("mainbrainer");

  @Override
  public Family family() {
    return FAMILY;
  }

  @Override
  public Duration longestLife() {
    return TEN_YEARS;
  }

  @Override
  public String toString() {
    return "MainBrainerSettings[…]";
  }
}
