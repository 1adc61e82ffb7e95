package dev.annals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
  @Test
  void what_is_written_is_read_to_the_nanosecond() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var instant =
          Instant.ofEpochSecond(random.nextLong(0, 9_000_000_000L), random.nextInt(1_000_000_000));
      for (var unit : new ChronoUnit[] {ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.NANOS}) {
        var kept = instant.truncatedTo(unit);
        assertThat(InstantText.parse(kept.toString())).isEqualTo(kept);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00.1Z",
        "2024-02-29T23:59:59.999999Z",
        "1970-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z"
      })
  void it_agrees_with_the_general_parser(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00+01:00",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00.1234567890Z",
        "2026-01-01T00:00:00,1Z",
        "2026-01-01 00:00:00Z",
        "+026-01-01T00:00:00Z",
        "2026-01-01T00:00:0\u0663Z",
        "-2026-01-01T00:00:00Z"
      })
  void the_rest_is_left_to_it(String text) {
    assertThat(InstantText.parse(text)).isNull();
  }
}
