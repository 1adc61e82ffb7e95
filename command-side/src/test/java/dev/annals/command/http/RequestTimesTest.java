package dev.annals.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

final class RequestTimesTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RequestTimes times = new RequestTimes(meters);
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private void pass(MockHttpServletRequest request, FilterChain chain)
      throws ServletException, IOException {
    times.doFilter(request, response, chain);
  }

  private long counted(String... tags) {
    return meters.get("http.server.requests").tags(tags).timer().count();
  }

  private double underWay() {
    return meters.get("http.server.requests.active").gauge().value();
  }

  @Test
  void a_request_counts_by_its_pattern_and_status() throws Exception {
    var request = new MockHttpServletRequest("POST", "/v1/accounts/7");
    pass(
        request,
        (asked, _) -> {
          assertThat(underWay()).isEqualTo(1);
          asked.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/v1/accounts/{id}");
          response.setStatus(409);
        });

    assertThat(
            counted(
                "method", "POST",
                "uri", "/v1/accounts/{id}",
                "status", "409",
                "outcome", "CLIENT_ERROR"))
        .isEqualTo(1);
    assertThat(underWay()).isZero();
  }

  @Test
  void paths_and_methods_that_somebody_made_up_make_no_meters() throws Exception {
    for (int i = 0; i < 10; i++) {
      pass(
          new MockHttpServletRequest("GRAB" + i, "/nowhere/" + i),
          (_, _) -> response.setStatus(404));
    }

    assertThat(counted("method", "UNKNOWN", "uri", "NOT_FOUND", "status", "404")).isEqualTo(10);
  }

  @Test
  void what_is_thrown_was_no_success() {
    var request = new MockHttpServletRequest("GET", "/v1/me");

    assertThatThrownBy(() ->
            pass(
                request,
                (_, _) -> {
                  throw new IOException("the client went away");
                }))
        .isInstanceOf(IOException.class);

    assertThat(counted("status", "500", "outcome", "SERVER_ERROR")).isEqualTo(1);
    assertThat(underWay()).isZero();
  }

  @Test
  void what_is_answered_later_takes_until_then() throws Exception {
    var request = new MockHttpServletRequest("GET", "/v1/audit/stream");
    request.setAsyncSupported(true);
    pass(request, (asked, _) -> asked.startAsync());
    assertThat(meters.find("http.server.requests").timer()).isNull();
    assertThat(underWay()).isEqualTo(1);

    Objects.requireNonNull(request.getAsyncContext()).complete();

    assertThat(counted("status", "200")).isEqualTo(1);
    assertThat(underWay()).isZero();
  }
}
