package dev.annals.command.federation;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses that nobody on the way can answer for: HTTPS, or HTTP that does not leave here. */
final class SafeUrl {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.(0|[1-9]\\d{0,2})){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private SafeUrl() {}

  /** Never looks up a name: what is loopback is told by its letters. */
  static URI parse(String setting, String text) {
    var url = url(setting, text);
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw refused(setting, "must be a URL with a host, without user and fragment");
    }
    boolean safe =
        "https".equalsIgnoreCase(url.getScheme())
            || ("http".equalsIgnoreCase(url.getScheme())
                && LOOPBACK.matcher(url.getHost()).matches());
    if (!safe) {
      throw refused(setting, "must begin with https://, or with http:// on this very host");
    }
    return url;
  }

  private static URI url(String setting, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException _) {
      throw refused(setting, "must be a URL");
    }
  }

  private static IllegalArgumentException refused(String setting, String why) {
    return new IllegalArgumentException(setting + ": " + why);
  }
}
