package dev.annals.command.compat.datarhei;

import dev.annals.check.ForeignCheck;
import dev.annals.check.ForeignCheck.Good;
import dev.annals.session.TokenUse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whom a Core lets pass: with a good token, or without where its settings say so. */
@Component
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class Guard {
  private static final String BEARER = "Bearer ";

  private final DatarheiSettings settings;
  private final ForeignCheck check;

  Guard(DatarheiSettings settings, ForeignCheck check) {
    this.settings = settings;
    this.check = check;
  }

  boolean lets(HttpServletRequest request) {
    return !settings.auth() || skips(request) || token(request, TokenUse.ACCESS).isPresent();
  }

  /** Then nobody looks at tokens at all. */
  boolean skips(HttpServletRequest request) {
    return settings.skipLocalhost() && Localhost.asks(request);
  }

  /** The first good token of this use among those shown. */
  Optional<Good> token(HttpServletRequest request, TokenUse use) {
    return lines(request)
        .filter(line -> line.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(line -> line.substring(BEARER.length()).strip())
        .flatMap(token -> check.good(DatarheiSettings.FAMILY, use, token).stream())
        .findFirst();
  }

  /** Everything a request has to say of who sends it. */
  static Stream<String> lines(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Authorization")).stream();
  }
}
