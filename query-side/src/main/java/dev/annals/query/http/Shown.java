package dev.annals.query.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Optional;

/** What a request shows of who sends it. */
final class Shown {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private Shown() {}

  static Optional<String> in(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    return after(BEARER, header).or(() -> after(BASIC, header).flatMap(Shown::password));
  }

  private static Optional<String> after(String scheme, String header) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? Optional.of(header.substring(scheme.length()).strip())
        : Optional.empty();
  }

  /** An API key as the password of Basic authentication, the key's id as the user (RFC 7617). */
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
