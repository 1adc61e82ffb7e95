package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.http.Outlets;
import dev.annals.session.Family;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, MainBrainer's API answers in its own words and repeats nothing of it. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainBrainerTroublesIT {
  private static final String JSON = "application/json";
  private static final String SENT = "what-was-sent";

  private MainBrainerServer mainBrainer;
  private Client client;

  @BeforeAll
  void start() {
    mainBrainer = new MainBrainerServer();
    client = mainBrainer.server().client();
  }

  @AfterAll
  void stop() {
    mainBrainer.close();
  }

  private static void says(Answer answer, int status, String error) {
    answer.is(status);
    assertThat(answer.header("Content-Type")).contains("application/json;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).contains("no-cache");
    assertThat(answer.header("Pragma")).contains("no-cache");
    assertThat(answer.header("Expires")).contains("-1");
    assertThat(answer.holds("error", "error_description").field("error")).isEqualTo(error);
    assertThat(answer.text()).doesNotContain(SENT);
  }

  private Answer send(byte[] body) {
    return client.post("/token").body(JSON, body).send();
  }

  private Answer send(String body) {
    return send(body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"what-was-sent\"",
        "{",
        "{\"userName\":\"what-was-sent\"",
        "{\"userName\":\"what-was-sent\",}",
        "{'userName':'what-was-sent'}",
        "{}{}",
        "userName=what-was-sent&password=what-was-sent",
        "<token>what-was-sent</token>",
        "{}",
        "{\"what-was-sent\":1}",
        "{\"userName\":null,\"password\":null,\"privateToken\":null}",
        "{\"userName\":\"\",\"password\":\"x\",\"privateToken\":\"x\"}",
        "{\"userName\":\"what-was-sent\",\"password\":\"\",\"privateToken\":\"x\"}",
        "{\"userName\":\"what-was-sent\",\"password\":\"what-was-sent\",\"privateToken\":null}"
      })
  void nothing_or_half_of_it_is_an_invalid_request(String body) {
    says(send(body), 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userName\":1}",
        "{\"userName\":\"\\ud800\"}",
        "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":\"\\udfff\"}",
        "{\"userName\":{\"what-was-sent\":1}}",
        "{\"userName\":\"x\",\"password\":true}",
        "{\"userName\":\"x\",\"password\":\"a\\u0000b\"}",
        "{\"userName\":\"x\",\"password\":\"\\ud800\"}",
        "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":[\"what-was-sent\"]}",
        "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":\"x\",\"validity\":0}",
        "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":\"x\",\"validity\":\"1\"}",
        "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":\"x\",\"validity\":\" Default\"}",
        "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":\"x\",\"validity\":\"what-was-sent\"}",
        "{\"userName\":\"x\",\"username\":2,\"password\":\"x\",\"privateToken\":\"x\"}"
      })
  void what_cannot_be_meant_is_refused_by_name(String body) {
    says(send(body), 422, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userName\":\"what-was-sent\",\"password\":\"what-was-sent\",\"privateToken\":\"what-was-sent\"}",
        "{\"userName\":\"\\u0000 \\uffff 💥\",\"password\":\"x\",\"privateToken\":\"💥\"}",
        "{\"userName\":\" \",\"password\":\" \",\"privateToken\":\" \",\"validity\":\"\"}",
        "{\"userName\":1,\"USERNAME\":\"x\",\"password\":\"x\",\"privateToken\":\"x\",\"more\":[{}]}",
        "{\"userName\":\"' or '1'='1\",\"password\":\"x\",\"privateToken\":\"' or '1'='1\"}"
      })
  void whoever_cannot_be_known_is_unknown(String body) {
    says(send(body), 401, "invalid_grant");
  }

  @Test
  void what_is_too_much_is_refused() {
    says(send("{\"userName\":\"" + "x".repeat(70_000) + "\"}"), 413, "invalid_request");
    says(send("{\"userName\":" + "[".repeat(30_000)), 400, "invalid_request");
    var long_ = "{\"userName\":\"x\",\"password\":\"" + "x".repeat(5_000) + "\"}";
    says(send(long_), 422, "invalid_request");
    var login = "{\"userName\":\"" + "x".repeat(60_000) + "\",";
    says(send(login + "\"password\":\"x\",\"privateToken\":\"x\"}"), 401, "invalid_grant");
  }

  @Test
  void what_is_no_utf_8_is_no_json() {
    var body = "{\"userName\":\"Zoë\",\"password\":\"x\",\"privateToken\":\"x\"}";
    says(send(body.getBytes(ISO_8859_1)), 400, "invalid_request");
    says(send(body.getBytes(UTF_16LE)), 401, "invalid_grant");
    says(send(body), 401, "invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "*/*", "nonsense", "application/x-www-form-urlencoded"})
  void the_body_counts_and_not_what_it_is_said_to_be(String type) {
    var body = "{\"userName\":\"x\",\"password\":\"x\",\"privateToken\":\"x\"}".getBytes(UTF_8);
    says(client.post("/token/").body(type, body).send(), 401, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({"GET", "HEAD", "PUT", "DELETE", "PATCH", "BREW"})
  void there_is_nothing_but_post(String method) {
    for (var path : new String[] {"/token", "/token/", "/token?a=b"}) {
      var answer = client.call(method, path).send().is(405);
      assertThat(answer.header("Allow")).contains("POST");
      if (!method.equals("HEAD")) {
        says(answer, 405, "method_not_allowed");
      }
    }
  }

  @Test
  void what_there_is_can_be_asked() {
    var answer = client.call("OPTIONS", "/token").send().is(200);
    assertThat(answer.header("Allow")).contains("POST,OPTIONS");
    assertThat(answer.header("Cache-Control")).contains("no-cache");
  }

  @Test
  void a_bad_idempotency_key_is_told_as_everything_else() {
    says(client.post("/token").key("not a key").json("{}").send(), 400, "invalid_request");
  }

  @Test
  void what_lies_beside_is_not_there() {
    for (var path : new String[] {"/Token", "/token/x", "/tokens", "/api/token", "/token//"}) {
      client.post(path).json("{}").send().isProblem(404, "not-found");
    }
  }

  @Test
  void too_many_attempts_are_told_when_to_come_back() {
    var few = new String[] {"annals.attempts.burst=3", "annals.attempts.per-minute=1"};
    try (var strict = new MainBrainerServer(few)) {
      for (int i = 0; i < 3; i++) {
        strict.token(Annals.newLogin(), "some password", "some token", "Default").is(401);
      }
      var answer = strict.token(Annals.newLogin(), "some password", "some token", "Default");
      says(answer, 429, "too_many_requests");
      assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 60);
    }
  }

  @Test
  void a_port_of_its_own_knows_nothing_else() {
    try (var apart = new MainBrainerServer("annals.compat.mainbrainer.port=0")) {
      int port = apart.server().bean(Outlets.class).port(new Family("mainbrainer")).orElseThrow();
      var own = Client.ofFamily(URI.create("http://localhost:" + port));

      says(own.post("/token").json("{}").send(), 400, "invalid_request");
      for (var path : new String[] {"/", "/v1/sign-in", "/token/x"}) {
        says(own.post(path).json("{}").send(), 404, "not_found");
      }
      apart.server().client().post("/token").json("{}").send().isProblem(404, "not-found");
    }
  }
}
