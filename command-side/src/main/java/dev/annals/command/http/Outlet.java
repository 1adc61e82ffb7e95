package dev.annals.command.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a foreign family is reachable.
 *
 * @param port of its own, 0 for any that is free; without one it shares ours
 * @param prefix that its paths have here and nowhere else, such as {@code /databrain}
 */
public record Outlet(ForeignApi api, Optional<Integer> port, String prefix) {
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
  private static final int LAST_PORT = 65_535;

  public Outlet {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "prefix must be empty or a path such as /one or /one/two: letters, digits, . _ -");
    }
    if (port.isPresent() && (port.get() < 0 || port.get() > LAST_PORT)) {
      throw new IllegalArgumentException("port must be 0 to " + LAST_PORT);
    }
  }

  /** Whether this raw path is one of those that lead in here. */
  boolean leads(String path) {
    return path.startsWith(prefix)
        && path.startsWith("/", prefix.length())
        && api.covers(path.substring(prefix.length()));
  }

  /** The same path where Spring knows it. */
  String inside(String path) {
    return "/~" + api.dialect().family() + path.substring(prefix.length());
  }
}
