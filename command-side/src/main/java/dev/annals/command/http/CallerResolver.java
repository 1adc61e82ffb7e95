package dev.annals.command.http;

import dev.annals.check.Authorization;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Callers;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Memory;
import dev.annals.command.desk.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands an endpoint the {@link Exchange}, the {@link Form} or {@link Content} and, where it asks
 * for one, the {@link Caller}: an endpoint that names a caller cannot be reached without.
 */
public final class CallerResolver implements HandlerMethodArgumentResolver {
  private final Exchanges exchanges;
  private final Callers callers;
  private final Memory memory;

  public CallerResolver(Exchanges exchanges, Callers callers, Memory memory) {
    this.exchanges = exchanges;
    this.callers = callers;
    this.memory = memory;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Exchange.class
        || parameter.getParameterType() == Form.class
        || parameter.getParameterType() == Content.class
        || Caller.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    var request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    if (parameter.getParameterType() == Exchange.class) {
      return exchanges.of(request);
    }
    if (parameter.getParameterType() == Form.class) {
      return Form.parse(Exchanges.bodyText(request));
    }
    if (parameter.getParameterType() == Content.class) {
      return Exchanges.content(request);
    }
    if (parameter.getParameterType() != Optional.class) {
      return caller(parameter, request);
    }
    return request.getHeader("Authorization") == null
        ? Optional.empty()
        : Optional.of(caller(parameter.nestedIfOptional(), request));
  }

  /** Whoever calls, and has changed any one-time password. */
  Caller caller(HttpServletRequest request) {
    var caller = evenRestricted(request);
    if (caller instanceof Caller.Person person && person.restricted()) {
      throw Problem.of(
          403, "password-change-required", "The one-time password must be changed first.");
    }
    return caller;
  }

  private Caller evenRestricted(HttpServletRequest request) {
    return shown(request).flatMap(callers::recognise).orElseThrow(() -> unrecognised(request));
  }

  private Caller caller(MethodParameter parameter, HttpServletRequest request) {
    var caller =
        parameter.hasParameterAnnotation(EvenRestricted.class)
            ? evenRestricted(request)
            : caller(request);
    if (!parameter.getNestedParameterType().isInstance(caller)) {
      throw Problem.of(403, "session-required", "This needs a session, not an API key.");
    }
    return caller;
  }

  /** A repeated request may have ended the token it comes with; then its answer is still owed. */
  private RuntimeException unrecognised(HttpServletRequest request) {
    return shown(request)
        .flatMap(callers::remember)
        .flatMap(caller -> memory.recall(exchanges.of(request).by(caller)))
        .<RuntimeException>map(Answered::new)
        .orElseGet(() ->
            shown(request).isPresent()
                ? Problem.invalidToken("The bearer token or API key is not good.")
                : Problem.unauthenticated("A bearer token or API key is needed."));
  }

  private static Optional<String> shown(HttpServletRequest request) {
    return Authorization.shown(request.getHeader("Authorization"));
  }
}
