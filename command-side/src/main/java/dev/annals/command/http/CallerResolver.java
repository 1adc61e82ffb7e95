package dev.annals.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands an endpoint the {@link Exchange} and, where it asks for one, the {@link Caller}: an
 * endpoint that names a caller cannot be reached without.
 */
public final class CallerResolver implements HandlerMethodArgumentResolver {
  private static final String BEARER = "bearer ";

  private final Exchanges exchanges;
  private final Callers callers;

  public CallerResolver(Exchanges exchanges, Callers callers) {
    this.exchanges = exchanges;
    this.callers = callers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Exchange.class
        || Caller.class.isAssignableFrom(parameter.getParameterType());
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
    return parameter.getParameterType() == Exchange.class
        ? exchanges.of(request)
        : caller(parameter, request);
  }

  private Caller caller(MethodParameter parameter, HttpServletRequest request) {
    var caller =
        bearer(request)
            .flatMap(callers::recognise)
            .orElseThrow(
                () -> Problem.unauthenticated("A bearer token or API key that is good is needed."));
    if (caller instanceof Caller.Person person
        && person.restricted()
        && !parameter.hasParameterAnnotation(EvenRestricted.class)) {
      throw Problem.of(
          403, "password-change-required", "The one-time password must be changed first.");
    }
    if (!parameter.getParameterType().isInstance(caller)) {
      throw Problem.of(403, "session-required", "This needs a session, not an API key.");
    }
    return caller;
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
