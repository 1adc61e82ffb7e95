package dev.annals.command.compat.mainbrainer;

import dev.annals.command.desk.Dialect;
import dev.annals.command.http.ForeignApi;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** MainBrainer's API, which is one path with or without a slash at its end. */
@Component
@ConditionalOnProperty("annals.compat.mainbrainer.enabled")
final class MainBrainerApi implements ForeignApi {
  private static final Map<String, String> UNCACHED =
      Map.of("Cache-Control", "no-cache", "Pragma", "no-cache", "Expires", "-1");

  private final Dialect dialect = new MainBrainerDialect();

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean covers(String path) {
    return path.equals("/token") || path.equals("/token/");
  }

  @Override
  public Map<String, String> headers(HttpServletRequest request) {
    return UNCACHED;
  }
}
