package dev.annals.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Callers;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Memory;
import dev.annals.command.desk.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
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
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

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

  private Caller caller(MethodParameter parameter, HttpServletRequest request) {
    var caller =
        shown(request).flatMap(callers::recognise).orElseThrow(() -> unrecognised(request));
    if (caller instanceof Caller.Person person
        && person.restricted()
        && !parameter.hasParameterAnnotation(EvenRestricted.class)) {
      throw Problem.of(
          403, "password-change-required", "The one-time password must be changed first.");
    }
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
    var header = request.getHeader("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    return after(BEARER, header).or(() -> after(BASIC, header).flatMap(CallerResolver::password));
  }

  private static Optional<String> after(String scheme, String header) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? Optional.of(header.substring(scheme.length()).strip())
        : Optional.empty();
  }

  /** An API key as the password of Basic authentication, the key's id as the user (RFC 7617). */
  private static Optional<String> password(String credentials) {
    try {
      var decoded = new String(Base64.getDecoder().decode(credentials), UTF_8);
      int colon = decoded.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(decoded.substring(colon + 1));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
