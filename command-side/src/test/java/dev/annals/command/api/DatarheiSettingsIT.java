package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Core that asks nobody who they are, and one that does not ask this machine. */
@ExtendWith(NothingLeaks.class)
class DatarheiSettingsIT {
  private static final String NOT_FOUND =
      "{\"code\":404,\"message\":\"Not Found\",\"details\":[\"Not Found\"]}\n";
  private static final String NO_TOKEN =
      "{\"code\":401,\"message\":\"Unauthorized\",\"details\":[\"Missing or invalid JWT token\"]}\n";

  private static final DatarheiServer OPEN =
      new DatarheiServer(
          "annals.compat.datarhei.auth=false", "annals.compat.datarhei.name=the open one");
  private static final DatarheiServer LOCAL =
      new DatarheiServer(
          "annals.compat.datarhei.skip-localhost=true", "annals.proxies.trusted=127.0.0.0/8,::1");

  @AfterAll
  static void stop() {
    OPEN.close();
    LOCAL.close();
  }

  private static void isAll(Answer about, String name) {
    about.is(200).holds("app", "auths", "name", "id", "created_at", "uptime_seconds", "version");
    assertThat(about.field("name")).isEqualTo(name);
    assertThat(about.json().at("/version/number").asString()).isEqualTo("16.16.0");
  }

  private static void says(Answer answer, String text) {
    assertThat(answer.text()).as(answer::toString).isEqualTo(text);
  }

  @Test
  void without_auth_there_is_no_login_and_no_guard() {
    var client = OPEN.client();
    var about = client.get("/api").send();
    isAll(about, "the open one");
    assertThat(about.json().required("auths").isEmpty()).isTrue();
    for (var path : new String[] {"/api/", "/api/v3/config", "/api/login", "/api/login/refresh"}) {
      says(client.get(path).send().is(404), NOT_FOUND);
    }
    var person = OPEN.annals().person();
    says(OPEN.tryLogIn(person.login(), person.password()).is(404), NOT_FOUND);
    says(OPEN.tryLogIn(OPEN.federated()).is(404), NOT_FOUND);
    says(OPEN.refresh("x").is(404), NOT_FOUND);
    says(client.get("/ping").send().is(200), "pong");
  }

  @Test
  void this_machine_needs_no_token() {
    var client = LOCAL.client();
    isAll(client.get("/api").send(), "annals");
    isAll(client.get("/api").bearer("nonsense").send(), "annals");
    says(client.get("/api/v3/config").send().is(404), NOT_FOUND);
    var pair = LOCAL.logIn(LOCAL.annals().person());
    var refused = LOCAL.refresh(pair.refresh()).is(403);
    says(refused, "{\"code\":403,\"message\":\"Forbidden\",\"details\":[\"Invalid token\"]}\n");
  }

  /** With a Core {@code X-Forwarded-For: 127.0.0.1} was all it took, from wherever one was. */
  @Test
  void whoever_comes_through_a_proxy_is_not_this_machine_whatever_the_headers_say() {
    for (var header :
        new String[] {
          "X-Forwarded-For",
          "X-Real-IP",
          "Forwarded",
          "X-Forwarded-Host",
          "x-forwarded-proto",
          "Via"
        }) {
      var value = header.equals("Forwarded") ? "for=127.0.0.1" : "127.0.0.1";
      var asked = LOCAL.client().get("/api/v3/config").header(header, value).send();
      says(asked.is(401), NO_TOKEN);
      LOCAL.client().get("/api").header(header, value).send().holds("app", "auths", "version");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoever_is_elsewhere_cannot_say_to_be_here() throws IOException {
    assertThat(fromElsewhere("X-Nothing: 1")).startsWith("HTTP/1.1 401");
    for (var header : new String[] {"X-Forwarded-For", "X-Real-IP", "Client-IP"}) {
      assertThat(fromElsewhere(header + ": 127.0.0.1")).startsWith("HTTP/1.1 401");
      assertThat(fromElsewhere(header + ": ::1")).startsWith("HTTP/1.1 401");
    }
  }

  private static String fromElsewhere(String header) throws IOException {
    var elsewhere = InetAddress.ofLiteral("127.0.0.2");
    int port = LOCAL.server().uri().getPort();
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, elsewhere, 0)) {
      var request = "GET /api/v3/config HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      var bytes = (request + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
