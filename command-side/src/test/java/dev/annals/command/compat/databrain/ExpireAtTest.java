package dev.annals.command.compat.databrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.command.desk.Problem;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ExpireAtTest {
  private static Duration of(String json) {
    return ExpireAt.of(JsonMapper.shared().readTree(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "0,0",
        "-0.0,0",
        "60,60",
        "60.0,60",
        "6e1,60",
        "2592000,2592000",
        "'0',0",
        "'60',60",
        "' 60 ',60",
        "'+60',60",
        "'6e1',60",
        "'60.00',60"
      })
  void whole_seconds_are_a_duration_however_they_are_written(String json, long seconds) {
    assertThat(of(json)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "null,must be a number",
        "true,must be a number",
        "[],must be a number",
        "{},must be a number",
        "'',must be a number",
        "'x',must be a number",
        "'NaN',must be a number",
        "'0x10',must be a number",
        "'1 0',must be a number",
        "'٦٠',must be a number",
        "1e400,cannot be infinity",
        "'1e999999999',must be a safe number",
        "'1e-999999999',must be an integer",
        "9007199254740993,must be a safe number",
        "0.5,must be an integer",
        "-1,must be greater than or equal to 0",
        "'-1',must be greater than or equal to 0",
        "2592001,must be less than or equal to 2592000",
        "9007199254740991,must be less than or equal to 2592000"
      })
  void anything_else_is_told_in_the_words_of_joi(String json, String words) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> of(json))
        .satisfies(problem -> assertThat(problem.errors().getFirst().detail()).isEqualTo(words));
  }
}
