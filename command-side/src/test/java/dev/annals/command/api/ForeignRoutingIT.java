package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.http.Outlets;
import dev.annals.session.Family;
import dev.annals.store.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three families at once: one at the root, one below {@code /brain}, one at a port of its own; each
 * speaks its own words and none is where it should not be.
 */
@ExtendWith(NothingLeaks.class)
class ForeignRoutingIT {
  private static final String NOT_FOUND = "says 404 not-found -";

  private static final Server SERVER =
      start(
          "annals.compat.mainbrainer.prefix=/brain",
          "annals.compat.datarhei.enabled=true",
          "annals.compat.datarhei.port=0");

  private final Client root = SERVER.client();
  private final Client own = at(SERVER, "datarhei");

  private static Server start(String... more) {
    var settings = new ArrayList<String>();
    settings.add(FakeFamilies.SETTING + "=true");
    settings.add("annals.compat.databrain.enabled=true");
    settings.add("annals.compat.mainbrainer.enabled=true");
    settings.addAll(List.of(more));
    return Server.start(
        TestPostgres.freshDatabase(), new SettableClock(), settings.toArray(String[]::new));
  }

  private static int port(Server server, String family) {
    return server.bean(Outlets.class).port(new Family(family)).orElseThrow();
  }

  private static Client at(Server server, String family) {
    return new Client(URI.create("http://localhost:" + port(server, family)));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static void isAt(Answer answer, String family) {
    answer.is(200);
    assertThat(answer.field("name")).isEqualTo("a b");
    assertThat(answer.field("uri")).isEqualTo("/~" + family + "/fake/v2/where/a%20b");
    assertThat(answer.field("path")).isEqualTo("/~" + family + "/fake/v2/where/a b");
    assertThat(answer.field("virtual")).isEqualTo("true");
    assertThat(answer.header("X-Family")).contains(family);
    assertThat(answer.requestId()).hasSize(36);
  }

  private static void says(Answer answer, String words) {
    assertThat(answer.text()).as(answer::toString).isEqualTo(words);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.header("X-Family")).contains(words.substring(0, words.indexOf(' ')));
    assertThat(answer.requestId()).hasSize(36);
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
      var shared = new Client(URI.create("http://localhost:" + port));
      isAt(shared.get("/fake/v2/where/a%20b").send(), "databrain");
      isAt(shared.get("/brain/fake/v2/where/a%20b").send(), "mainbrainer");
      says(shared.get("/brain/fake").send(), "databrain " + NOT_FOUND);
      server.client().get("/fake/v2/where/a").send().isProblem(404, "not-found");
    }
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
