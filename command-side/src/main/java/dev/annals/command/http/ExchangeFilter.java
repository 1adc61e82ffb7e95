package dev.annals.command.http;

import dev.annals.command.desk.Problem;
import dev.annals.crypto.Randomness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Gives each request an id, leads it to the family it is for and reads its body, within limits,
 * before anything else looks at it.
 */
public final class ExchangeFilter extends OncePerRequestFilter {
  static final String REQUEST_ID = "dev.annals.request-id";
  private static final String HEADER = "X-Request-Id";
  private static final Pattern WILDCARD = Pattern.compile("[^;]*\\*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Randomness randomness;
  private final Limits limits;
  private final Routing routing;
  private final HandlerExceptionResolver problems;

  public ExchangeFilter(
      Randomness randomness, Limits limits, Outlets outlets, HandlerExceptionResolver problems) {
    this.randomness = randomness;
    this.limits = limits;
    this.routing = new Routing(outlets);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var id = requestId(request);
    request.setAttribute(REQUEST_ID, id);
    response.setHeader(HEADER, id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    ReadRequest read;
    try {
      read = read(request, response);
    } catch (Problem | Answered told) {
      var _ = problems.resolveException(request, response, null, told);
      return;
    }
    chain.doFilter(read, response);
    if (read.isAsyncStarted()) {
      // What is still to be answered needs no body any more, and may wait in great numbers.
      read.forget();
    }
  }

  private ReadRequest read(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var routed = routing.route(request, response);
    if (!(routed instanceof RoutedRequest)) {
      mustNameItsType(request);
    }
    return ReadRequest.of(routed, limits.longestBody());
  }

  /** A content is of one type; asked for its type, Spring takes a wildcard for a fault of ours. */
  private static void mustNameItsType(HttpServletRequest request) {
    var type = request.getContentType();
    if (type != null && WILDCARD.matcher(type).lookingAt()) {
      throw Problem.of(415, "unsupported-media-type", "The request does not fit this API.");
    }
  }

  private String requestId(HttpServletRequest request) {
    var given = request.getHeader(HEADER);
    return given != null && ID.matcher(given).matches() ? given : randomness.uuid7().toString();
  }
}
