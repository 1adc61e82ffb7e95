package dev.annals.query.app.alone;

import dev.annals.crypto.Randomness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id, which its answer carries, and its record. */
final class RequestIds extends OncePerRequestFilter {
  private static final String HEADER = "X-Request-Id";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Randomness randomness;

  RequestIds(Randomness randomness) {
    this.randomness = randomness;
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
    chain.doFilter(request, response);
  }
}
