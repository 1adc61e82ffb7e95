package dev.annals.query.app.alone;

import dev.annals.crypto.Randomness;
import dev.annals.query.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Gives each request an id, which its answer carries, and its record; reads no endless body. */
final class RequestIds extends OncePerRequestFilter {
  private static final String HEADER = "X-Request-Id";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** More than any question needs. */
  private static final int LARGEST = 65_536;

  private final Randomness randomness;
  private final HandlerExceptionResolver problems;

  RequestIds(Randomness randomness, HandlerExceptionResolver problems) {
    this.randomness = randomness;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var given = request.getHeader(HEADER);
    response.setHeader(
        HEADER,
        given != null && ID.matcher(given).matches() ? given : randomness.uuid7().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      if (request.getContentLengthLong() > LARGEST) {
        throw tooLarge();
      }
      chain.doFilter(new Bounded(request), response);
    } catch (Problem told) {
      var _ = problems.resolveException(request, response, null, told);
    }
  }

  private static Problem tooLarge() {
    return Problem.of(413, "request-too-large", "A request has at most 65536 bytes here.");
  }

  /** A body of unknown length is read up to there. */
  private static final class Bounded extends ContentCachingRequestWrapper {
    Bounded(HttpServletRequest request) {
      super(request, LARGEST);
    }

    @Override
    protected void handleContentOverflow(int limit) {
      throw tooLarge();
    }
  }
}
