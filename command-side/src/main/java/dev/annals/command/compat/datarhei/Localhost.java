package dev.annals.command.compat.datarhei;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/**
 * Whether somebody asks from this very machine. Only the connection says so: whatever has come
 * through a proxy has not, and a header proves nothing but that.
 */
final class Localhost {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final Set<String> FORWARDED = Set.of("forwarded", "via", "x-real-ip");

  private Localhost() {}

  static boolean asks(HttpServletRequest request) {
    return LOOPBACK.contains(request.getRemoteAddr())
        && Collections.list(request.getHeaderNames()).stream().noneMatch(Localhost::isForwarding);
  }

  private static boolean isForwarding(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return FORWARDED.contains(name) || name.startsWith("x-forwarded-");
  }
}
