package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever body is sent, the caller is told what is wrong with it, and nobody else anything. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodiesIT {
  private static final String JSON = "application/json";
  private static final String MARK = "a-secret-that-must-not-come-back-50";

  /** JSON values that no field takes. */
  private static final List<String> NO_VALUES =
      List.of("[]", "{}", "[1]", "{\"value\":\"x\"}", "true", "1.5", "[[\"" + MARK + "\"]]");

  /** Texts that are no login, role, name or token, and at most a password or display name. */
  private static final List<String> HOSTILE =
      List.of(
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"before\\u0000after and some more\"",
          "\"\\ud800\"",
          "\"half a character \\udc00 in it\"",
          "\"'; drop table event; --\"",
          "\"' or '1'='1\"",
          "\"%27%3B%20drop%20table%20event\"",
          "\"x\\r\\n2026-01-01 ERROR forged line\"",
          "\"x\\u0085y\\u2028z\"",
          "\"${jndi:ldap://localhost:1/x}\"",
          "\"../../../etc/passwd\"",
          "\"<script>alert(1)</script>\"",
          "\"" + "x".repeat(5_000) + "\"",
          "\"" + "\\u00e9".repeat(4_097) + "\"",
          "\"" + MARK + "\\u0000\"");

  private Annals annals;
  private Annals.Person person;
  private Tokens tokens;
  private Tokens administrator;

  @BeforeAll
  void sign_in() {
    Secrets.note(MARK);
    annals = Servers.usual().annals();
    administrator = annals.administrator();
    person = annals.person(administrator);
    tokens = annals.signIn(person);
  }

  private Call to(Endpoint endpoint) {
    var call = annals.client().post(endpoint.path());
    return switch (endpoint.who()) {
      case ANYBODY -> call;
      case PERSON, PROGRAM -> call.bearer(tokens.access());
      case ADMINISTRATOR -> call.bearer(administrator.access());
    };
  }

  private Answer send(Endpoint endpoint, String body) {
    return discreet(to(endpoint).body(JSON, body.getBytes(UTF_8)).send());
  }

  private static Answer discreet(Answer answer) {
    assertThat(answer.text()).doesNotContain(MARK).doesNotContain("drop table", "forged");
    assertThat(Secrets.foundIn(answer.text())).isEmpty();
    return answer;
  }

  private static Stream<Endpoint> withBody() {
    return Stream.of(Endpoint.values()).filter(Endpoint::hasBody);
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void what_is_not_one_json_object_is_no_body(Endpoint endpoint) {
    var example = Json.write(endpoint.example());
    for (var body :
        List.of(
            "",
            " ",
            "null",
            "\"text\"",
            "17",
            "[]",
            "[" + example + "]",
            "{",
            example.substring(0, example.length() - 1),
            example + "}",
            example + example,
            example + " " + MARK,
            "{'login':'x'}",
            "{\"login\"}",
            "{\"login\":NaN}",
            "\u0000" + example,
            example.replace('"', '\''),
            "// comment\n" + example,
            "[".repeat(30_000),
            "{\"a\":".repeat(10_000),
            "<xml/>")) {
      send(endpoint, body).blames("body");
    }
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void a_field_of_another_type_is_named(Endpoint endpoint) {
    for (var field : endpoint.fields()) {
      NO_VALUES.forEach(value -> send(endpoint, endpoint.with(field, value)).blames(field.name()));
      var other = field.isNumber() ? "\"" + MARK + "\"" : "17";
      send(endpoint, endpoint.with(field, other)).blames(field.name());
    }
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void a_missing_field_is_named(Endpoint endpoint) {
    for (var field : endpoint.fields()) {
      if (!field.isOptional()) {
        send(endpoint, endpoint.with(field, null)).blames(field.name());
        send(endpoint, endpoint.with(field, "null")).blames(field.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void an_unknown_field_is_named_and_one_given_twice_is_refused(Endpoint endpoint) {
    var example = Json.write(endpoint.example());
    var begin = example.substring(0, example.length() - 1);
    send(endpoint, begin + ",\"unheard_of\":\"" + MARK + "\"}").blames("unheard_of");
    send(endpoint, begin + ",\"unheard_of\":" + "[".repeat(20_000) + "}").isProblem();
    send(endpoint, begin + ",\"\\ud800\\r\\n<b>\":1}").isProblem(400, "invalid-request");
    send(endpoint, begin + ",\"" + "x".repeat(9_000) + "\":1}").blames("x".repeat(64));
    var first = endpoint.fields().getFirst();
    send(endpoint, begin + ",\"" + first.name() + "\":" + Json.write(first.example()) + "}")
        .blames("body");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void hostile_text_is_refused_or_is_just_text(Endpoint endpoint) {
    long head = annals.head(administrator);
    for (var field : endpoint.fields()) {
      for (var text : HOSTILE) {
        var answer = send(endpoint, endpoint.with(field, text));
        if (field.isExact()) {
          answer.blames(field.name());
        } else if (answer.status() != 201) {
          answer.isProblem();
        }
      }
    }
    assertThat(annals.head(administrator)).isGreaterThanOrEqualTo(head);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_huge_is_not_read(Endpoint endpoint) {
    byte[] huge = ("{\"login\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(UTF_8);
    discreet(to(endpoint).body(JSON, huge).send()).isProblem(413, "request-too-large");
    discreet(to(endpoint).chunked(JSON, huge).send()).isProblem(413, "request-too-large");
    byte[] deep = "[".repeat(100_000).getBytes(UTF_8);
    discreet(to(endpoint).body(JSON, deep).send()).isProblem(413, "request-too-large");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void other_types_and_other_encodings_are_refused(Endpoint endpoint) {
    byte[] example = Json.write(endpoint.example()).getBytes(UTF_8);
    for (var type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "nonsense",
            "*/*",
            "application/json;charset=nonsense",
            "application/json;charset=iso-8859-1")) {
      var answer = discreet(to(endpoint).body(type, example).send());
      if (!type.startsWith(JSON)) {
        answer.isProblem(415, "unsupported-media-type");
      } else if (answer.status() >= 300) {
        answer.isProblem();
      }
    }
    var first = endpoint.fields().getFirst();
    for (var bytes :
        List.of(
            endpoint.with(first, "\"\u00ff\u00fe\u00c3\"").getBytes(ISO_8859_1),
            new byte[] {0, 0, 0, (byte) 0xff},
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            "\u0000\u0000".getBytes(UTF_16))) {
      discreet(to(endpoint).body(JSON, bytes).send()).isProblem(400, "invalid-request");
    }
  }

  @ParameterizedTest
  @EnumSource
  void other_methods_are_refused(Endpoint endpoint) {
    for (var method : List.of("GET", "PUT", "PATCH", "DELETE")) {
      var answer = annals.client().call(method, endpoint.path()).bearer(tokens.access()).send();
      discreet(answer).isProblem(405, "method-not-allowed");
      assertThat(answer.header("Allow")).contains("POST");
    }
  }
}
