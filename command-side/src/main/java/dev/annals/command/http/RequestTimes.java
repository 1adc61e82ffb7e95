package dev.annals.command.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How long requests take, by method, pattern, status and outcome, under the name that Spring Boot
 * has for it. Its own observation, with contexts and key values, costs more than most answers do.
 */
public final class RequestTimes extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Set<String> METHODS =
      Stream.of(HttpMethod.values()).map(HttpMethod::name).collect(toUnmodifiableSet());

  private final transient MeterRegistry registry;
  private final transient Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();

  public RequestTimes(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("http.server.requests.active", underWay);
  }

  /** As many as there are endpoints, methods and statuses, whatever is asked. */
  private record Kind(String method, String uri, int status) {
    static Kind of(HttpServletRequest request, int status) {
      return new Kind(method(request.getMethod()), uri(request, status), status);
    }

    private static String method(String given) {
      return METHODS.contains(given) ? given : "UNKNOWN";
    }

    private static String uri(HttpServletRequest request, int status) {
      return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
              instanceof String pattern
          ? pattern
          : status == HttpServletResponse.SC_NOT_FOUND ? "NOT_FOUND" : "UNKNOWN";
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    var _ = underWay.incrementAndGet();
    boolean thrown = true;
    try {
      chain.doFilter(request, response);
      thrown = false;
    } finally {
      if (thrown) {
        ended(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, start);
      } else if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new Ended(request, response, start));
      } else {
        ended(request, response.getStatus(), start);
      }
    }
  }

  private void ended(HttpServletRequest request, int status, long start) {
    var _ = underWay.decrementAndGet();
    timers
        .computeIfAbsent(Kind.of(request, status), this::timer)
        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .tag("method", kind.method())
        .tag("uri", kind.uri())
        .tag("status", Integer.toString(kind.status()))
        .tag("outcome", Outcome.forStatus(kind.status()).name())
        .register(registry);
  }

  /** A request that was answered by another thread, later. */
  private final class Ended implements AsyncListener {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long start;

    Ended(HttpServletRequest request, HttpServletResponse response, long start) {
      this.request = request;
      this.response = response;
      this.start = start;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      ended(request, response.getStatus(), start);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // It is completed all the same.
    }

    @Override
    public void onError(AsyncEvent event) {
      // It is completed all the same.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
