package dev.annals.query.api;

import static dev.annals.query.api.Asked.SERVER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client sends who means well; byte by byte, since none of them could be made to. */
class HostileRequestsIT {
  /** Sends this and reads the answer; a server that refuses a body still waits for some of it. */
  private static String exchange(String request) throws IOException {
    try (var socket = new Socket("localhost", SERVER.uri().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      var answer = new StringBuilder();
      var bytes = new byte[4096];
      int read = socket.getInputStream().read(bytes);
      while (read > 0) {
        answer.append(new String(bytes, 0, read, UTF_8));
        read = answer.indexOf("request_id") > 0 ? 0 : socket.getInputStream().read(bytes);
      }
      return answer.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts/%zz", "/v1/accounts/a b", "/v1/..%2f..%2fetc", "//%00"})
  void a_broken_path_is_refused_as_a_problem(String path) throws IOException {
    var answer =
        exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    assertThat(answer).doesNotContain("<html").contains("\"request_id\":\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST"})
  void a_large_body_is_refused_before_it_is_read(String method) throws IOException {
    var answer =
        exchange(
            method
                + " /oauth2/introspect HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 262144000\r\n\r\ntoken=");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("request-too-large");
  }

  @Test
  void a_body_of_no_declared_length_is_read_up_to_there() throws IOException {
    var chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
    var answer =
        exchange(
            "POST /v1/forensics/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk
                + chunk
                + "0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }
}
