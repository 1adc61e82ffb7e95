package dev.annals.command.api;

import static dev.annals.command.api.Routed.at;
import static dev.annals.command.api.Routed.says;
import static dev.annals.command.api.Routed.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of three families says in its own words what it has to say. */
@ExtendWith(NothingLeaks.class)
class ForeignWordsIT {
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

  @ParameterizedTest
  @CsvSource({"/nothing,404 not-found", "/broken,500 internal-error", "/later,503 internal-error"})
  void troubles_are_told_in_the_words_of_the_family(String path, String words) {
    says(root.get("/fake/v2" + path).send(), "databrain says " + words + " -");
    says(root.get("/brain/fake/v2" + path).send(), "mainbrainer says " + words + " -");
    says(own.get("/fake/v2" + path).send(), "datarhei says " + words + " -");
  }

  @Test
  void what_cannot_be_meant_is_told_in_the_words_of_the_family() {
    says(root.get("/fake/v2/echo").send(), "databrain says 405 method-not-allowed -");
    var json = root.post("/fake/v2/json");
    says(
        json.body("text/plain", new byte[1]).send(), "databrain says 415 unsupported-media-type -");
    for (var body : new String[] {"", "{", "[]", "{\"number\":\"x\"}", "{\"other\":1}"}) {
      var answer = root.post("/fake/v2/json").json(body).send();
      says(answer, "databrain says 400 invalid-request -");
    }
    var answer = root.post("/fake/v2/sign-in").json("{}").key("not a key").send();
    says(answer, "databrain says 400 invalid-request -");
  }

  @Test
  void limits_hold_for_families_too() {
    var long_ = new byte[65 * 1024];
    for (var call :
        new Call[] {
          root.post("/fake/v2/echo").body("a/b", long_),
          root.post("/fake/v2/echo").chunked("a/b", long_)
        }) {
      says(call.send(), "databrain says 413 request-too-large -");
    }
    says(
        own.post("/fake/v2/echo").body("a/b", long_).send(),
        "datarhei says 413 request-too-large -");
  }

  @Test
  void a_body_is_read_whatever_type_it_is_of() {
    for (var type : new String[] {"text/plain", "*/*", "nonsense", "application/json; charset=x"}) {
      var answer = root.post("/fake/v2/echo").body(type, "{\"a\"".getBytes(UTF_8)).send().is(200);
      assertThat(answer.field("type")).isEqualTo(type);
      assertThat(answer.json().required("bytes").asInt()).isEqualTo(4);
    }
    var form = root.post("/fake/v2/echo").form("a", "b").send().is(200);
    assertThat(form.json().required("bytes").asInt()).isEqualTo(3);
    assertThat(root.post("/fake/v2/echo").send().is(200).field("type")).isEqualTo("none");
  }

  @Test
  void what_needs_no_endpoint_is_answered_at_once() {
    for (var path : new String[] {"/fake/v2/echo", "/fake/v2/nothing"}) {
      var answer = root.call("OPTIONS", path).send().is(204);
      assertThat(answer.header("X-Preflight")).contains("databrain");
      assertThat(answer.header("X-Family")).contains("databrain");
    }
    assertThat(own.call("OPTIONS", "/").send().is(204).header("X-Preflight")).contains("datarhei");
    assertThat(root.call("OPTIONS", "/v1/sign-in").send().header("X-Preflight")).isEmpty();
  }

  @Test
  void the_log_knows_the_family_and_the_family_the_reason() {
    var annals = SERVER.annals();
    var administrator = annals.administrator();
    var person = annals.person(administrator);
    var before = annals.head(administrator);

    var good = signIn(own, person.login(), person.password()).is(204);
    var wrong = signIn(root, person.login(), "some password that is wrong 47");
    var unknown = signIn(root, Annals.newLogin(), "some password that is wrong 47");

    says(wrong, "databrain says 401 sign-in-refused WRONG_PASSWORD");
    says(unknown, "databrain says 401 sign-in-refused UNKNOWN_LOGIN");
    var events = annals.log(administrator, before);
    assertThat(events)
        .filteredOn(it -> it.required("position").asLong() <= good.position())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.at("/metadata/family").asString()).isEqualTo("datarhei"));
    assertThat(events)
        .filteredOn(it -> it.required("position").asLong() > good.position())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.at("/metadata/family").asString()).isEqualTo("databrain"));
    assertThat(events.toString()).contains("\"family\":\"datarhei\"");
    var sessions = annals.sessions(annals.signIn(person).access()).is(200).json();
    assertThat(sessions.findValuesAsString("family")).containsExactly("datarhei", "annals");
  }

  @Test
  void a_refusal_under_a_key_is_told_in_the_words_of_the_family_each_time() {
    var login = Annals.newLogin();

    says(keyed(login), "databrain says 401 sign-in-refused UNKNOWN_LOGIN");
    says(keyed(login), "databrain says 401 sign-in-refused UNKNOWN_LOGIN");
  }

  private static Answer keyed(String login) {
    var call = SERVER.client().post("/fake/v2/sign-in").key("one-key-of-a-family");
    return call.fields("userName", login, "password", "some password that is wrong 47").send();
  }

  private static Answer signIn(Client client, String login, String password) {
    return client
        .post("/fake/v2/sign-in")
        .fields("userName", login, "password", password, "more", 1)
        .send();
  }
}
