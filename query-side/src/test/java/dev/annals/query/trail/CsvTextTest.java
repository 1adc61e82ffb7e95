package dev.annals.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @Test
  void cells_are_parted_by_commas_and_lines_end_as_rfc_4180_wants() {
    assertThat(CsvText.line(List.of("a", 7, "c d"))).isEqualTo("a,7,c d\r\n");
  }

  @Test
  void nothing_is_an_empty_cell() {
    assertThat(CsvText.line(Arrays.asList("a", null, "b"))).isEqualTo("a,,b\r\n");
  }

  @Test
  void what_would_break_a_line_is_quoted() {
    assertThat(CsvText.line(List.of("a,b"))).isEqualTo("\"a,b\"\r\n");
    assertThat(CsvText.line(List.of("a\r\nb"))).isEqualTo("\"a\r\nb\"\r\n");
    assertThat(CsvText.line(List.of("say \"no\""))).isEqualTo("\"say \"\"no\"\"\"\r\n");
    assertThat(CsvText.line(List.of(" a "))).isEqualTo("\" a \"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1+1", "\r=1"})
  void what_a_spreadsheet_would_run_is_text(String cell) {
    assertThat(CsvText.line(List.of(cell)).replace("\"", "")).startsWith("'");
  }

  @Test
  void a_number_is_no_formula() {
    assertThat(CsvText.line(List.of(-1L))).isEqualTo("-1\r\n");
  }
}
