package dev.annals.command.api;

import static dev.annals.command.api.Routed.NOT_FOUND;
import static dev.annals.command.api.Routed.at;
import static dev.annals.command.api.Routed.isAt;
import static dev.annals.command.api.Routed.says;
import static dev.annals.command.api.Routed.start;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three families at once: one at the root, one below {@code /brain}, one at a port of its own; none
 * is where it should not be.
 */
@ExtendWith(NothingLeaks.class)
class ForeignRoutingIT {
  private static final Server SERVER =
      start(
          "annals.compat.mainbrainer.prefix=/brain",
          "annals.compat.datarhei.enabled=true",
          "annals.compat.datarhei.port=0");
  private final Client root = SERVER.client();
  private final Client own = at(SERVER, "datarhei");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void each_family_is_where_it_was_put() {
    isAt(root.get("/fake/v2/where/a%20b").send(), "databrain");
    isAt(root.get("/brain/fake/v2/where/a%20b").send(), "mainbrainer");
    isAt(own.get("/fake/v2/where/a%20b").send(), "datarhei");
  }

  @Test
  void a_path_that_no_family_covers_is_ours() {
    root.get("/fake/v3/where/a").send().isProblem(404, "not-found");
    root.get("/brain").send().isProblem(404, "not-found");
    root.get("/brain/").send().isProblem(404, "not-found");
    root.get("/brain/v1/sessions").send().isProblem(404, "not-found");
    root.get("/brainfake/v2/where/a").send().isProblem(404, "not-found");
    root.get("/v1/sessions").send().isProblem(401, "unauthenticated");
    assertThat(root.get("/v1/sessions").send().header("X-Family")).isEmpty();
  }

  @Test
  void a_port_of_its_own_serves_nothing_else() {
    for (var path : new String[] {"/v1/sessions", "/", "/actuator/health", "/error", "/brain"}) {
      says(own.get(path).send().is(404), "datarhei " + NOT_FOUND);
    }
    for (var path : new String[] {"/~datarhei/fake/v2/where/a", "/%7Edatabrain/fake/v2/broken"}) {
      says(own.get(path).send().is(404), "datarhei " + NOT_FOUND);
    }
    says(own.post("/v1/sign-in").json("{}").send().is(404), "datarhei " + NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/~databrain/fake/v2/where/a",
        "/~datarhei/fake/v2/where/a",
        "/%7Edatabrain/fake/v2/where/a",
        "/%7edatabrain/fake/v2/where/a",
        "/%257Edatabrain/fake/v2/where/a",
        "//~databrain/fake/v2/where/a",
        "///%7Edatabrain/fake/v2/where/a",
        "/;x/~databrain/fake/v2/where/a",
        "/~databrain;x=y/fake/v2/where/a",
        "/;/~databrain/fake/v2/where/a",
        "/./~databrain/fake/v2/where/a",
        "/%2e/~databrain/fake/v2/where/a",
        "/x/../~databrain/fake/v2/where/a",
        "/x/..;a=b/~databrain/fake/v2/where/a",
        "/x/%2e%2e/~databrain/fake/v2/where/a",
        "/fake/v2/../../~databrain/fake/v2/where/a",
        "/brain/../~mainbrainer/fake/v2/where/a",
        "/brain/~mainbrainer/fake/v2/where/a",
        "/~/~databrain/fake/v2/where/a",
        "/~",
        "/~x/../v1/sessions",
        "/error/../~databrain/fake/v2/where/a",
        "http://localhost/~databrain/fake/v2/where/a"
      })
  void nobody_gets_past_an_outlet(String path) throws IOException {
    assertThat(raw(path))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json", "/problems/not-found")
        .doesNotContain("X-Family");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fake/v2/../v2/where/a",
        "/fake/v2/./where/a",
        "/fake/v2/%2e/where/a",
        "/fake/v2//where/a",
        "//fake/v2/where/a",
        "/fake/v2/where;x/a",
        "/fake/v2/where/a;x",
        "/;x/fake/v2/where/a",
        "/fake/%762/where/a",
        "/br%61in/fake/v2/where/a"
      })
  void a_path_that_could_be_read_in_two_ways_leads_to_no_family(String path) throws IOException {
    assertThat(raw(path))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json")
        .doesNotContain("X-Family");
  }

  @Test
  void families_share_a_port_if_they_are_told_to_and_management_keeps_its_own() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (var server =
        start(
            "management.server.port=0",
            "annals.compat.databrain.port=" + port,
            "annals.compat.mainbrainer.port=" + port,
            "annals.compat.mainbrainer.prefix=/brain")) {
      var shared = Client.ofFamily(URI.create("http://localhost:" + port));
      isAt(shared.get("/fake/v2/where/a%20b").send(), "databrain");
      isAt(shared.get("/brain/fake/v2/where/a%20b").send(), "mainbrainer");
      says(shared.get("/brain/fake").send(), "databrain " + NOT_FOUND);
      server.client().get("/fake/v2/where/a").send().isProblem(404, "not-found");
    }
  }

  private String raw(String path) throws IOException {
    try (var socket = new Socket("localhost", SERVER.uri().getPort())) {
      socket.setSoTimeout(20_000);
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
