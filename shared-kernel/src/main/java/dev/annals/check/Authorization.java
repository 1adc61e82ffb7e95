package dev.annals.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an Authorization header shows of who sends it: a bearer token (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750</a>), or an API key as the
 * password of Basic authentication, with the key's id as the user (<a
 * href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>).
 */
public final class Authorization {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private Authorization() {}

  /** The token or key, if the header holds one. */
  public static Optional<String> shown(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    return after(BEARER, header).or(() -> after(BASIC, header).flatMap(Authorization::password));
  }

  private static Optional<String> after(String scheme, String header) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? Optional.of(header.substring(scheme.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> password(String credentials) {
    try {
      var decoded = new String(Base64.getDecoder().decode(credentials), UTF_8);
      int colon = decoded.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(decoded.substring(colon + 1));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
