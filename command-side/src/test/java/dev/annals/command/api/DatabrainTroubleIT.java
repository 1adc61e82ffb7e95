package dev.annals.command.api;

import static dev.annals.command.api.DatabrainServer.isError;
import static dev.annals.command.api.DatabrainServer.jwt;
import static dev.annals.command.api.DatabrainServer.key;
import static dev.annals.command.api.DatabrainServer.uuid;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent, and whatever breaks, is answered in their own words. */
@ExtendWith(NothingLeaks.class)
class DatabrainTroubleIT {
  private static final String EMAIL = "ada@engines.example";
  private static final List<String> ENDPOINTS =
      List.of(
          DatabrainServer.SIGN_UP,
          DatabrainServer.SIGN_IN,
          DatabrainServer.CREATE,
          DatabrainServer.ROTATE,
          DatabrainServer.RESET);

  private static String invalid(String path) {
    return switch (path) {
      case DatabrainServer.SIGN_UP -> "INVALID REQUEST BODY";
      case DatabrainServer.RESET -> "RESET_PASSWORD_ERROR";
      default -> "INVALID_REQUEST_BODY";
    };
  }

  private static Stream<byte[]> broken() {
    return Stream.concat(
        Stream.of(
                "null",
                "[]",
                "1",
                "{",
                "{\"email\"}",
                "{}{}",
                "{'email':1}",
                "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                "{\"expireAt\":1e99999999999}",
                "email=a&password=b")
            .map(text -> text.getBytes(UTF_8)),
        Stream.of("{\"email\":\"\u00e9\"}".getBytes(ISO_8859_1), new byte[] {0, 1, 2}));
  }

  private static Stream<String> odd() {
    return Stream.of(
        "{}",
        "{\"email\":{},\"password\":[],\"firstName\":true,\"token\":null,\"currentPassword\":1.5}",
        "{\"email\":\"a@b.c\",\"email\":7,\"firstName\":\"x\",\"firstName\":[],\"token\":{},\"currentPassword\":{}}",
        "{\"email\":\"" + "a.".repeat(20_000) + "\",\"token\":\"" + "-".repeat(9_000) + "\"}",
        "{\"email\":\"a@\u0000b.c\",\"token\":\"\\u0000\",\"currentPassword\":\"\\ud800\"}",
        "{\"email\":\"a@b..c\",\"firstName\":\"\\ud800\\ud800\\ud800\",\"token\":\"\u0660\"}");
  }

  @Test
  void hostile_bodies_are_the_callers_fault_in_the_words_of_the_endpoint() {
    try (var brain = new DatabrainServer()) {
      var jwt = jwt(brain.signUp(EMAIL).send());
      for (var path : ENDPOINTS) {
        broken()
            .forEach(body ->
                isError(
                    brain.post(path, jwt).body("application/json", body).send(),
                    400,
                    invalid(path)));
        odd().forEach(body -> isError(brain.post(path, jwt).json(body).send(), 400, invalid(path)));
        for (var type : List.of("text/plain", "*/*", "nonsense", "application/json+x")) {
          var answer = brain.post(path, jwt).body(type, "{}".getBytes(UTF_8)).send();
          isError(answer, 400, invalid(path));
        }
        isError(brain.post(path, jwt).send(), 400, invalid(path));
        isError(brain.post(path, jwt).json("{}").key("not a key").send(), 400, invalid(path));
        isError(
            brain.post(path, jwt).body("application/json", new byte[70_000]).send(),
            413,
            "REQUEST_TOO_LARGE");
        isError(brain.post(path + "/", jwt).json("{}").send(), 404, "NOT_FOUND");
      }
    }
  }

  @Test
  void hostile_credentials_are_no_credentials() {
    try (var brain = new DatabrainServer()) {
      var jwt = jwt(brain.signUp(EMAIL).send());
      var own = brain.annals().administrator().access();
      var bare = jwt.substring(0, jwt.lastIndexOf('.') + 1);
      var none = "eyJhbGciOiJub25lIn0" + jwt.substring(jwt.indexOf('.'), jwt.lastIndexOf('.') + 1);
      for (var path :
          List.of(DatabrainServer.CREATE, DatabrainServer.ROTATE, DatabrainServer.RESET)) {
        for (var shown :
            List.of(own, bare, none, "..", "a.b.c", jwt + "A", "." + "x".repeat(5_000) + ".")) {
          var answer = brain.post(path, shown).fields("token", uuid()).send();
          isError(answer, 401, "AUTHENTICATION_ERROR");
          assertThat(answer.header("WWW-Authenticate")).isPresent();
        }
        for (var header : List.of("Bearer", "Basic YTpi", jwt, "")) {
          var answer = brain.post(path, null).header("Authorization", header).json("{}").send();
          isError(answer, 401, "AUTHENTICATION_ERROR");
          assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
        }
      }
    }
  }

  @Test
  void an_address_that_fails_too_often_is_told_to_come_back() {
    try (var brain =
        new DatabrainServer("annals.attempts.burst=5", "annals.attempts.per-minute=1")) {
      var jwt = jwt(brain.signUp(EMAIL).send());
      for (int i = 0; i < 3; i++) {
        isError(brain.trySignIn(EMAIL, "wrong"), 400, "Invalid credentials");
      }
      isError(brain.reset(jwt, "wrong", "Another-1-Password").send(), 400, "RESET_PASSWORD_ERROR");
      isError(brain.rotate(uuid(), 0), 401, "AUTHENTICATION_ERROR");
      for (var answer :
          List.of(
              brain.trySignIn(EMAIL, DatabrainServer.PASSWORD),
              brain.signUp("bob@engines.example").send(),
              brain.reset(jwt, DatabrainServer.PASSWORD, "Another-1-Password").send(),
              brain.rotate(uuid(), 0))) {
        isError(answer, 429, "TOO_MANY_ATTEMPTS");
        assertThat(answer.header("Retry-After")).isPresent();
      }
      var _ = key(brain.create(jwt, uuid()));
    }
  }

  @Test
  @Timeout(120)
  void while_the_database_is_away_everyone_is_told_so_and_then_all_goes_on() throws Exception {
    try (var brain = new DatabrainServer()) {
      var jwt = jwt(brain.signUp(EMAIL).send());
      var token = key(brain.create(jwt, uuid()));
      brain.letDatabaseBe(false);
      List<Callable<Answer>> calls =
          List.of(
              () -> brain.signUp("bob@engines.example").send(),
              () -> brain.create(jwt, uuid()),
              () -> brain.rotate(jwt, token, 0),
              () -> brain.rotate(token, 0),
              () -> brain.reset(jwt, DatabrainServer.PASSWORD, "Another-1-Password").send(),
              () -> brain.trySignIn(EMAIL, DatabrainServer.PASSWORD));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var answers = threads.invokeAll(calls);
        for (var answer : answers.subList(0, 5)) {
          isError(answer.get(), 500, "INTERNAL_SERVER_ERROR");
          assertThat(answer.get().json().at("/error/message").asString())
              .isEqualTo("INTERNAL_SERVER_ERROR");
        }
        isError(answers.getLast().get(), 500, "INTERNAL SERVER ERROR");
        assertThat(answers.getLast().get().json().at("/error/message").asString())
            .isEqualTo("Connection Failure");
      }
      brain.letDatabaseBe(true);
      Answer back = brain.trySignIn(EMAIL, DatabrainServer.PASSWORD);
      while (back.status() == 500) {
        back = brain.trySignIn(EMAIL, DatabrainServer.PASSWORD);
      }
      var _ = key(brain.rotate(jwt(back), token, 0));
    }
  }
}
