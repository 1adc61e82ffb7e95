package dev.annals.command.http;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/**
 * A family of endpoints that speak as another product does. They are mapped below {@code
 * /~<family>}, where nobody gets from outside; an {@link Outlet} is the way in.
 */
public interface ForeignApi {
  Dialect dialect();

  /** That of one endpoint, where the endpoints of a family do not all word things alike. */
  default Dialect dialect(HttpServletRequest request) {
    return dialect();
  }

  /**
   * Whether a path is this family's to answer, if only with its own words for "not found".
   *
   * @param path as the family's clients know it, such as {@code /api/login}, still encoded
   */
  boolean covers(String path);

  /** An answer that needs no endpoint, such as that to a preflight. */
  default Optional<Reply> atOnce(HttpServletRequest request) {
    return Optional.empty();
  }

  /** What every answer carries; none of it may be a header of the answers themselves. */
  default Map<String, String> headers(HttpServletRequest request) {
    return Map.of();
  }
}
