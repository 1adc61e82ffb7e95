package dev.annals.command.compat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.compat.Wire.Heard;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays recorded exchanges against a server and compares what it answers. */
public final class Replayed {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-zA-Z0-9]+)}}");
  private static final Pattern EXPECTED = Pattern.compile("\\{\\{(?:([a-zA-Z0-9]+)=)?([a-z]+)}}");
  private static final Map<String, String> KINDS =
      Map.of(
          "jwt", "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}",
          "uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
          "time", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
          "number", "-?[0-9]+",
          "text", "(?s).+");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI server;
  private final Map<String, String> variables = new HashMap<>();

  public Replayed(URI server) {
    this.server = server;
  }

  public void set(String variable, String value) {
    variables.put(variable, value);
  }

  public String get(String variable) {
    return requireNonNull(variables.get(variable), variable);
  }

  /** Sends the request and compares status, the headers that are named, and the whole body. */
  public void play(Recorded recorded) {
    var body = filled(recorded.requestBody());
    var heard = Wire.send(server, head(recorded, body), body);
    assertThat(heard.status()).as(recorded + "\n" + heard).isEqualTo(recorded.status());
    recorded.answerHeaders().forEach(header -> compare(header, heard, recorded));
    compare(recorded.answerBody(), heard, recorded.name());
  }

  private String head(Recorded recorded, String body) {
    var head = new StringBuilder(filled(String.join("\r\n", recorded.requestHead())));
    head.append("\r\nHost: ").append(server.getAuthority()).append("\r\nConnection: close");
    var given = head.toString().toLowerCase(Locale.ROOT);
    if (!body.isEmpty() && !given.contains("\r\ncontent-length:")) {
      head.append("\r\nContent-Length: ").append(body.getBytes(UTF_8).length);
    }
    return head.toString();
  }

  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(get(found.group(1))));
  }

  private static void compare(String header, Heard heard, Recorded recorded) {
    if (header.startsWith("!")) {
      assertThat(heard.header(header.substring(1))).as(recorded + "\n" + heard).isEmpty();
    } else {
      int colon = header.indexOf(':');
      assertThat(heard.header(header.substring(0, colon)))
          .as(recorded + "\n" + heard)
          .containsExactly(header.substring(colon + 1).strip());
    }
  }

  private void compare(String expected, Heard heard, String where) {
    if (expected.startsWith("{") || expected.startsWith("[")) {
      compare(JSON.readTree(expected), JSON.readTree(heard.body()), where);
    } else {
      assertThat(heard.body()).as(where).isEqualTo(filled(expected));
    }
  }

  private void compare(JsonNode expected, JsonNode heard, String where) {
    if (expected.isObject() && heard.isObject()) {
      assertThat(heard.propertyNames())
          .as(where)
          .containsExactlyInAnyOrderElementsOf(expected.propertyNames());
      expected
          .properties()
          .forEach(field ->
              compare(
                  field.getValue(), heard.required(field.getKey()), where + "." + field.getKey()));
    } else if (expected.isArray() && heard.isArray() && expected.size() == heard.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(expected.required(i), heard.required(i), where + "[" + i + "]");
      }
    } else if (expected.isString() && EXPECTED.matcher(expected.stringValue()).matches()) {
      matches(expected.stringValue(), heard, where);
    } else if (expected.isString() && heard.isString()) {
      assertThat(heard.stringValue()).as(where).isEqualTo(filled(expected.stringValue()));
    } else {
      assertThat(heard).as(where).isEqualTo(expected);
    }
  }

  private void matches(String expected, JsonNode heard, String where) {
    var found = EXPECTED.matcher(expected);
    assertThat(found.matches()).isTrue();
    var kind = found.group(2);
    assertThat(heard.isNumber()).as(where).isEqualTo(kind.equals("number"));
    assertThat(heard.asString()).as(where).matches(requireNonNull(KINDS.get(kind)));
    if (found.group(1) != null) {
      variables.put(found.group(1), heard.asString());
    }
  }
}
