package dev.annals.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.UriUtils;

/** Leads a request to the family it came for, and nobody past the outlets. */
final class Routing {
  private static final String INSIDE = "~";

  private final Outlets outlets;

  Routing(Outlets outlets) {
    this.outlets = outlets;
  }

  /** The request as it goes on: the very same if it is for our own API. */
  HttpServletRequest route(HttpServletRequest request, HttpServletResponse response) {
    var outlet = outlet(request);
    if (outlet.isPresent()) {
      var routed = new RoutedRequest(request, outlet.get());
      greet(outlet.get(), routed, response);
      return routed;
    }
    var host = outlets.host(request.getLocalPort());
    host.ifPresent(known -> greet(known, request, response));
    if (host.isPresent() || aimsInside(request)) {
      throw UnroutedEndpoint.of(404);
    }
    return request;
  }

  private Optional<Outlet> outlet(HttpServletRequest request) {
    return outlets
        .find(request.getLocalPort(), request.getRequestURI())
        .filter(_ -> isPlain(request));
  }

  /** Parameters, dots and doubled slashes are what Tomcat and Spring may see different paths in. */
  private static boolean isPlain(HttpServletRequest request) {
    return UriUtils.decode(request.getRequestURI(), UTF_8).equals(RoutedRequest.path(request));
  }

  /** As Tomcat sees it, or as Spring does, which neither resolves dots nor joins slashes. */
  private static boolean aimsInside(HttpServletRequest request) {
    if (!request.getRequestURI().contains(INSIDE) && !request.getRequestURI().contains("%")) {
      return false;
    }
    return RoutedRequest.path(request).startsWith("/" + INSIDE)
        || PathContainer.parsePath(request.getRequestURI()).elements().stream()
            .filter(PathSegment.class::isInstance)
            .map(element -> ((PathSegment) element).valueToMatch())
            .filter(segment -> !segment.isEmpty())
            .findFirst()
            .filter(segment -> segment.startsWith(INSIDE))
            .isPresent();
  }

  private static void greet(
      Outlet outlet, HttpServletRequest request, HttpServletResponse response) {
    var api = outlet.api();
    request.setAttribute(Exchanges.DIALECT, api.dialect(request));
    api.headers(request).forEach(response::setHeader);
    api.atOnce(request)
        .ifPresent(reply -> {
          throw new Answered(reply);
        });
  }
}
