package dev.annals.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as the family's endpoints are mapped, wherever it came in. */
final class RoutedRequest extends HttpServletRequestWrapper {
  private final String uri;
  private final String path;

  RoutedRequest(HttpServletRequest request, Outlet outlet) {
    super(request);
    this.uri = outlet.inside(request.getRequestURI());
    this.path = outlet.inside(path(request));
  }

  /** The decoded path as Tomcat sees it. */
  static String path(HttpServletRequest request) {
    var more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }

  @Override
  public String getRequestURI() {
    return uri;
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }
}
