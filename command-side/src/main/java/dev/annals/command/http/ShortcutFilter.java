package dev.annals.command.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.annals.command.desk.Reply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Takes the {@link Shortcut shortcuts}; every other request goes on to Spring MVC. */
public final class ShortcutFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final transient Map<String, Shortcut> byRoute;
  private final transient CallerResolver callers;
  private final transient HandlerExceptionResolver problems;
  private final transient JsonMapper json;

  public ShortcutFilter(
      List<Shortcut> shortcuts,
      CallerResolver callers,
      HandlerExceptionResolver problems,
      JsonMapper json) {
    this.byRoute = shortcuts.stream().collect(toUnmodifiableMap(Shortcut::route, each -> each));
    this.callers = callers;
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var shortcut = byRoute.get(request.getMethod() + " " + request.getRequestURI());
    if (shortcut == null || !isUsual(request)) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, request.getRequestURI());
    try {
      write(shortcut.answer(form(request), callers.caller(request)), response);
    } catch (RuntimeException told) {
      if (problems.resolveException(request, response, null, told) == null) {
        throw told;
      }
    } catch (Error broken) {
      var told = new ServletException(broken);
      if (problems.resolveException(request, response, null, told) == null) {
        throw told;
      }
    }
  }

  private static boolean isPost(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  /** Whoever posts says what, and says it in the shortest of words. */
  private static boolean isUsual(HttpServletRequest request) {
    return !isPost(request) || FORM.equals(request.getContentType());
  }

  private static Form form(HttpServletRequest request) {
    return Form.parse(isPost(request) ? Exchanges.bodyText(request) : "");
  }

  private void write(Reply reply, HttpServletResponse response) throws IOException {
    byte[] body = json.writeValueAsBytes(reply.body());
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
