package dev.annals.command.compat.datarhei;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.ForeignApi;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A Core's paths, and what it tells browsers of other origins (Fetch, "CORS protocol"). */
@Component
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class DatarheiApi implements ForeignApi {
  private final Dialect dialect = new CoreDialect();

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean covers(String path) {
    return path.equals("/api") || path.startsWith("/api/") || path.equals("/ping");
  }

  /** Whatever it is that might be asked for: a preflight carries no token. */
  @Override
  public Optional<Reply> atOnce(HttpServletRequest request) {
    return isPreflight(request) ? Optional.of(Reply.noContent()) : Optional.empty();
  }

  @Override
  public Map<String, String> headers(HttpServletRequest request) {
    if (request.getHeader("Origin") == null) {
      return Map.of("Vary", "Origin");
    }
    var headers = new LinkedHashMap<String, String>();
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("Access-Control-Allow-Credentials", "true");
    if (isPreflight(request)) {
      headers.put("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
      headers.put("Access-Control-Allow-Methods", "GET,HEAD,PUT,POST,DELETE,PATCH");
      headers.put(
          "Access-Control-Allow-Headers", "Origin,Content-Length,Content-Type,Authorization");
      headers.put("Access-Control-Max-Age", "86400");
    } else {
      headers.put("Vary", "Origin");
      headers.put("Access-Control-Expose-Headers", "Content-Length");
    }
    return headers;
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS");
  }
}
