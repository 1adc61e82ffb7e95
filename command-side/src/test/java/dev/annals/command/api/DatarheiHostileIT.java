package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is thrown at a Core, it answers in its own words and repeats none of it. */
@ExtendWith(NothingLeaks.class)
class DatarheiHostileIT {
  private static final String SECRET = "a secret that nobody repeats 71";
  private static final String JSON = "application/json";
  private static final DatarheiServer CORE =
      new DatarheiServer("annals.compat.databrain.enabled=true");

  private final Client client = CORE.client();

  @AfterAll
  static void stop() {
    CORE.close();
  }

  private static void isEnvelope(Answer answer, int status) {
    answer.is(status).holds("code", "message", "details");
    assertThat(answer.json().required("code").isInt()).isTrue();
    assertThat(answer.json().required("code").asInt()).isEqualTo(status);
    assertThat(answer.json().required("message").isString()).isTrue();
    assertThat(answer.json().required("details").isArray()).isTrue();
    assertThat(answer.header("Content-Type")).contains(JSON);
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
    assertThat(answer.text()).endsWith("}\n").doesNotContain(SECRET);
  }

  private Call login() {
    Secrets.note(SECRET);
    return client.post("/api/login");
  }

  @Test
  void bodies_that_are_no_credentials() {
    var deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    var good = "{\"username\":\"x\",\"password\":\"" + SECRET + "\"}";
    for (var body :
        new byte[][] {
          "".getBytes(UTF_8),
          " \n".getBytes(UTF_8),
          "null".getBytes(UTF_8),
          "[]".getBytes(UTF_8),
          deep.getBytes(UTF_8),
          ("\"" + SECRET + "\"").getBytes(UTF_8),
          ("{\"password\":\"" + SECRET + "\"").getBytes(UTF_8),
          ("{\"username\":{},\"password\":\"" + SECRET + "\"}").getBytes(UTF_8),
          (good + "\u0000").getBytes(UTF_8),
          "{\"username\":\"\u00e9\",\"password\":\"x\"}".getBytes(ISO_8859_1)
        }) {
      isEnvelope(login().body(JSON, body).send(), 400);
    }
    for (var type : new String[] {"text/plain", "*/*", "nonsense", "application/x-json", ";"}) {
      isEnvelope(login().body(type, good.getBytes(UTF_8)).send(), 400);
    }
  }

  @Test
  void bodies_that_are_wrong_credentials_however_odd() {
    for (var body :
        new String[] {
          "{\"username\":\"a\",\"username\":\"b\",\"password\":\"" + SECRET + "\"}",
          "{\"username\":\"\\ud800\",\"password\":\"" + SECRET + "\"}",
          "{\"username\":\"a\",\"password\":\"\\ud800" + SECRET + "\"}",
          "{\"username\":\"a\",\"password\":\"" + SECRET.repeat(200) + "\"}",
          "{\"username\":\"" + "a".repeat(50_000) + "\",\"password\":\"" + SECRET + "\"}",
          "{\"username\":\"' or 1=1 --\",\"password\":\"" + SECRET + "\"}"
        }) {
      isEnvelope(login().json(body).send(), 401);
      isEnvelope(login().chunked(JSON, body.getBytes(UTF_8)).send(), 401);
    }
    var wide = "{\"username\":\"a\",\"password\":\"x\"}".getBytes(UTF_16);
    assertThat(login().body(JSON, wide).send().status()).isIn(400, 401);
  }

  @Test
  void bodies_beyond_what_is_read() {
    var long_ = new byte[65 * 1024];
    isEnvelope(login().body(JSON, long_).send(), 413);
    isEnvelope(login().chunked(JSON, long_).send(), 413);
  }

  @Test
  void headers_that_are_no_credentials() {
    for (var header :
        new String[] {
          "",
          " ",
          "Bearer",
          "Bearer ",
          "Bearer  ",
          "Bearer a.b.c",
          "Bearer ..",
          "Basic x:y",
          "Bearer " + "a".repeat(6000),
          "Bearer a, Bearer b",
          "Digest " + SECRET,
          "Bearer e30.e30.e30",
          "Bearer a.eyJpc3MiOiJ4IiwiZXhwIjoxZTk5OTk5OTk5OTk5fQ.c",
          "Bearer " + SECRET
        }) {
      isEnvelope(login().header("Authorization", header).send(), 400);
      var refresh = client.get("/api/login/refresh").header("Authorization", header);
      isEnvelope(refresh.send(), 401);
      isEnvelope(client.get("/api/x").header("Authorization", header).send(), 401);
      client.get("/api").header("Authorization", header).send().is(200);
    }
    isEnvelope(login().key("not a key").send(), 400);
  }

  @Test
  void methods_that_nobody_asked_for_are_never_told_which_there_are() {
    for (var method : new String[] {"PUT", "DELETE", "PATCH", "PROPFIND", "FOO", "get"}) {
      for (var path : new String[] {"/api/login", "/api/login/refresh", "/api/x"}) {
        var answer = client.call(method, path).send();
        isEnvelope(answer, 401);
        assertThat(answer.header("Allow")).isEmpty();
      }
      isEnvelope(client.call(method, "/api").send(), 404);
      isEnvelope(client.call(method, "/ping").send(), 404);
    }
  }

  /** Databrain's part of {@code /api} is told in Databrain's words, and needs no Core's token. */
  @Test
  void where_databrain_is_on_its_paths_are_its_own() {
    for (var path : new String[] {"/api/v2", "/api/v2/nothing", "/api/v2/admin-account/jwt"}) {
      var answer = client.post(path).json("{}").send();
      assertThat(answer.json().at("/error/code").isString()).as(answer::toString).isTrue();
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
    isEnvelope(client.get("/api/v20/nothing").send(), 401);
    isEnvelope(client.get("/api/v3/config").send(), 401);
  }
}
