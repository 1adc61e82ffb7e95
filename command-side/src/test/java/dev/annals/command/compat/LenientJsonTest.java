package dev.annals.command.compat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.compat.LenientJson.Absent;
import dev.annals.command.compat.LenientJson.Fields;
import dev.annals.command.compat.LenientJson.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LenientJsonTest {
  private static LenientJson read(String body) {
    return LenientJson.read(body.getBytes(UTF_8));
  }

  private static Fields fields(String body) {
    return (Fields) read(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t"})
  void where_nothing_is_there_is_nothing(String body) {
    assertThat(read(body)).isEqualTo(new Absent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "1",
        "\"text\"",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1",
        "{\"a\":1,}",
        "{\"a\":[1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":\"\n\"}",
        "{\"a\":1}{}",
        "{\"a\":1}x",
        "{\"a\":1} ]",
        "userName=ada"
      })
  void what_is_no_object_or_not_whole_or_goes_on_is_malformed(String body) {
    assertThat(read(body)).isEqualTo(new Malformed());
  }

  @Test
  void what_is_no_utf_8_is_malformed() {
    assertThat(LenientJson.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
        .isEqualTo(new Malformed());
  }

  @Test
  void too_deep_or_too_long_is_malformed() {
    assertThat(read("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
        .isEqualTo(new Malformed());
    assertThat(read("{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}")).isEqualTo(new Malformed());
    assertThat(read("{\"a\":\"" + "x".repeat(70_000) + "\"}")).isEqualTo(new Malformed());
    assertThat(fields("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}").get("a")).isPresent();
  }

  @Test
  void fields_are_found_by_their_exact_name() {
    var fields = fields(" {\"userName\":\"ada\",\"more\":{\"x\":[1,{}]}} \n");

    assertThat(fields.get("userName").map(JsonNode::stringValue)).contains("ada");
    assertThat(fields.get("username")).isEmpty();
    assertThat(fields.get("absent")).isEmpty();
    assertThat(fields.get("more")).isPresent();
  }

  @Test
  void case_is_ignored_only_on_demand_and_then_the_last_spelling_counts() {
    var fields = fields("{\"userName\":\"one\",\"USERNAME\":\"two\",\"userName\":\"three\"}");

    assertThat(fields.textIgnoringCase("username")).contains("three");
    assertThat(fields.get("USERNAME").map(JsonNode::stringValue)).contains("two");
    assertThat(fields("{\"A\":\"x\",\"a\":1}").textIgnoringCase("a")).isEmpty();
  }

  @Test
  void a_name_given_twice_has_its_last_value() {
    assertThat(fields("{\"a\":\"one\",\"a\":\"two\"}").textIgnoringCase("a")).contains("two");
    assertThat(fields("{\"a\":\"one\",\"a\":2}").textIgnoringCase("a")).isEmpty();
  }

  @Test
  void what_is_no_text_is_no_text_but_there() {
    var fields = fields("{\"number\":1,\"nothing\":null,\"truth\":true,\"list\":[\"a\"]}");

    for (var name : fields.all().keySet()) {
      assertThat(fields.textIgnoringCase(name)).as(name).isEmpty();
      assertThat(fields.get(name)).as(name).isPresent();
    }
    assertThat(fields.get("number").orElseThrow().intValue()).isEqualTo(1);
    assertThat(fields.get("nothing").orElseThrow().isNull()).isTrue();
  }

  @Test
  void what_was_sent_is_not_repeated() {
    assertThat(read("{\"password\":\"hunter22\"}").toString())
        .doesNotContain("password", "hunter22");
  }
}
