package dev.annals.query.http;

import dev.annals.address.ClientAddress;
import dev.annals.check.Authorization;
import dev.annals.query.asof.Freshness;
import dev.annals.query.problem.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Receives a question before its endpoint does: nobody unknown gets further, no parameter that is
 * not known is passed over, and the views have read as far as the caller wants.
 */
public final class Reception implements HandlerInterceptor {
  static final String ENQUIRY = "dev.annals.query.enquiry";
  static final String ADMISSION = "dev.annals.query.admission";
  private static final String POSITION = "Annals-Position";
  private static final String MIN_POSITION = "min_position";
  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Askers askers;
  private final Enquiries enquiries;
  private final Freshness freshness;

  public Reception(Askers askers, ClientAddress addresses, Freshness freshness) {
    this.askers = askers;
    this.enquiries = new Enquiries(addresses);
    this.freshness = freshness;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      var asks = method.getMethodAnnotation(Asks.class);
      if (asks != null) {
        receive(request, response, asks);
      }
    }
    return true;
  }

  private void receive(HttpServletRequest request, HttpServletResponse response, Asks asks) {
    response.setHeader("Cache-Control", "no-store");
    var asker = asker(request);
    request.setAttribute(ENQUIRY, enquiries.of(asker, request, response));
    admit(asker, asks.who());
    refuseUnknown(request, asks);
    await(request, response, Set.of(asks.views()));
  }

  private Asker asker(HttpServletRequest request) {
    var shown =
        Authorization.shown(request.getHeader("Authorization"))
            .orElseThrow(() -> Problem.unauthenticated("A bearer token or API key is needed."));
    var asker =
        askers
            .recognise(shown)
            .orElseThrow(() -> Problem.invalidToken("The bearer token or API key is not good."));
    request.setAttribute(ADMISSION, new Admission(askers, shown, asker));
    if (asker.restricted()) {
      throw Problem.of(
          403, "password-change-required", "The one-time password must be changed first.");
    }
    return asker;
  }

  private static void admit(Asker asker, Asks.Who who) {
    switch (who) {
      case ANYONE -> {}
      case AUDITORS -> asker.mustAudit();
      case ADMINISTRATORS -> asker.mustAdminister();
    }
  }

  /** A filter with a slip of the pen in its name would otherwise let everything through. */
  private static void refuseUnknown(HttpServletRequest request, Asks asks) {
    var known = List.of(asks.parameters());
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!asks.lenient()
              && !known.contains(name)
              && !(name.equals(MIN_POSITION) && asks.views().length > 0)) {
            throw Problem.field(shown(name), "is not a parameter of this question");
          }
          if (values.length != 1) {
            throw Problem.field(shown(name), "is given twice");
          }
        });
  }

  private static String shown(String name) {
    return PRINTABLE.matcher(name).matches() ? name : "query";
  }

  private void await(HttpServletRequest request, HttpServletResponse response, Set<String> views) {
    if (views.isEmpty()) {
      return;
    }
    long wanted =
        Math.max(
            position(POSITION, request.getHeader(POSITION)),
            position(MIN_POSITION, request.getParameter(MIN_POSITION)));
    if (wanted > 0) {
      freshness.mustReach(views, wanted);
    }
    response.setHeader(POSITION, Long.toString(freshness.reached(views)));
  }

  private static long position(String field, @Nullable String text) {
    return text == null ? 0 : Parameters.position(field, text);
  }
}
