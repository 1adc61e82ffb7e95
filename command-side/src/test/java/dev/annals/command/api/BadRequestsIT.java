package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, parameters, headers and framing that no well-meaning client sends. */
@ExtendWith(NothingLeaks.class)
class BadRequestsIT {
  private final Server server = Servers.usual();
  private final Annals annals = server.annals();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v1/no-such-command",
        "/v1/sign-in/",
        "/v1/sign-in/x",
        "/v1//sign-in",
        "/V1/SIGN-IN",
        "/v1/accounts",
        "/v1/accounts/",
        "/v2/sign-in",
        "/error",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/actuator/shutdown",
        "/actuator/configprops",
        "/h2-console",
        "/.env",
        "/application.properties"
      })
  void what_is_not_there_is_not_found(String path) {
    annals.client().get(path).send().isProblem(404, "not-found");
    annals.client().post(path).json("{}").send().isProblem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/v1/../../../etc/passwd",
        "/v1/%2e%2e/%2e%2e/etc/passwd",
        "/v1/..%2f..%2fetc%2fpasswd",
        "/v1/..;/actuator/env",
        "/v1/sign-in;x=y/../../actuator/env",
        "/%00",
        "/v1/sign-in%00",
        "/v1/accounts/%ff%fe",
        "/v1/accounts/a%0d%0aSet-Cookie:x",
        "/%",
        "/%zz",
        "/v1\\sign-in",
        "/v1/log?after=%zz",
        "/docs/../application.properties",
        "/docs/%2e%2e/%2e%2e/application.properties"
      })
  void a_path_leads_nowhere_else(String path) throws IOException {
    var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    assertThat(answer).doesNotContain("root:", "Set-Cookie", "spring", "Tomcat", "Exception");
    assertThat(answer).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/log?after=x,after",
    "/v1/log?after=-1,after",
    "/v1/log?after=9223372036854775808,after",
    "/v1/log?limit=0,limit",
    "/v1/log?limit=-5,limit",
    "/v1/log?limit=1001,limit",
    "/v1/log?limit=99999999999,limit",
    "/v1/log?limit=1.5,limit",
    "/v1/log?limit=%27%20or%201=1,limit",
    "/v1/accounts/x,id",
    "/v1/accounts/01890000-0000-7000-8000-00000000000,id"
  })
  void a_bad_parameter_is_named(String path, String name) {
    var administrator = annals.administrator();
    var answer = annals.client().get(path).bearer(administrator.access()).send();
    answer.blames(name);
  }

  @Test
  void a_log_beyond_its_end_is_empty() {
    var administrator = annals.administrator();
    assertThat(annals.log(administrator, Long.MAX_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/sessions HTTP/1.1\r\n\r\n",
        "GET /v1/sessions HTTP/9.9\r\nHost: x\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nHost: y\r\nContent-Length: 0\r\n\r\n",
        "TRACE /v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "CONNECT localhost:1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET http://other.example/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void bad_framing_is_the_senders_fault(String request) throws IOException {
    assertThat(raw(request)).doesNotMatch("(?s)HTTP/1.1 2.*").doesNotMatch("(?s)HTTP/1.1 500.*");
  }

  @Test
  void headers_beyond_all_measure_are_refused() {
    for (var name : new String[] {"Authorization", "User-Agent", "X-Request-Id", "Cookie"}) {
      var answer = annals.client().get("/v1/sessions").header(name, "x".repeat(60_000)).send();
      assertThat(answer.status()).isBetween(400, 499);
    }
  }

  @Test
  void what_the_client_calls_itself_is_cut_and_its_ids_are_checked() {
    var administrator = annals.administrator();
    var long_ = "x".repeat(3_000);
    var answer =
        annals
            .client()
            .post("/v1/sign-in")
            .header("User-Agent", long_)
            .header("X-Request-Id", "not an id; \"or\"")
            .header("X-Correlation-Id", "<script>")
            .fields("login", Annals.newLogin(), "password", Annals.PASSWORD)
            .send()
            .isProblem(401, "sign-in-refused");
    assertThat(answer.requestId()).hasSize(36);
    var event =
        annals.log(administrator, annals.head(administrator) - 2).getFirst().required("metadata");
    assertThat(event.required("user_agent").asString()).isEqualTo("x".repeat(256));
    assertThat(event.path("correlation_id").isMissingNode()).isTrue();
    assertThat(event.required("request_id").asString()).isEqualTo(answer.requestId());
  }

  @Test
  void whatever_answer_is_asked_for_a_problem_is_told() {
    for (var type : new String[] {"text/html", "image/png", "nonsense", "*/*;q=0"}) {
      annals.client().get("/v1/sessions").header("Accept", type).send().isProblem();
    }
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", server.uri().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
