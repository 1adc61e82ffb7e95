package dev.annals.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {
  @Test
  void all_that_the_jvm_was_given_is_typed_but_whether_the_page_is_written() {
    assertThat(Typed.command("a.B", List.of("-Xmx1g", "-Dbenchmark.write=true", "-Dbenchmark.c=4")))
        .isEqualTo(
            "./mvnw -q -pl benchmarks -am -Pbenchmark process-classes -Dbenchmark=a.B"
                + " -Dbenchmark.options='-Xmx1g -Dbenchmark.c=4'");
  }

  @Test
  void a_value_with_spaces_stays_one() {
    assertThat(options("-Dbenchmark.annals.jvm=-Xms64m -Xmx512m"))
        .isEqualTo("'\"-Dbenchmark.annals.jvm=-Xms64m -Xmx512m\"'");
  }

  @Test
  void quotes_of_a_value_are_quoted_by_the_others() {
    assertThat(options("-Da=say \"it\""))
        .isEqualTo("'\"-Da=say \"'\\''\"'\\''\"it\"'\\''\"'\\''\"\"'");
    assertThat(options("-Da=it's")).isEqualTo("'\"-Da=it'\\''s\"'");
  }

  private static String options(String option) {
    var command = Typed.command("B", List.of(option));
    return command.substring(command.indexOf("options=") + "options=".length());
  }
}
