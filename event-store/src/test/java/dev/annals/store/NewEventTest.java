package dev.annals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NewEventTest {
  private static NewEvent event(String name, List<String> tags, int payload) {
    return new NewEvent(
        UUID.randomUUID(), Instant.EPOCH, name, "1", tags, new byte[0], new byte[payload]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b", "line\nbreak", "\u001f", "half \ud800", "\udc00 half"})
  void unfit_text_is_refused_by_what_it_is_and_never_repeated(String unfit) {
    assertThatThrownBy(() -> event(unfit, List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the name of an event ");
    assertThatThrownBy(() -> event("name", List.of("fit", unfit), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a tag ");
    assertThatThrownBy(() -> Criteria.tag(unfit)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void text_may_be_long_but_not_endless() {
    assertThat(event("𝄞".repeat(256), List.of("é".repeat(512)), 0).tags()).hasSize(1);
    assertThatThrownBy(() -> event("n", List.of("é".repeat(513)), 0))
        .hasMessageContaining("1 to 1024 bytes, not 1026");
  }

  @Test
  void an_event_fits_into_sixteen_bits_or_is_refused() {
    int frame = 36 + 4 * 4 + 1 + 1 + 4 + 3;
    assertThat(event("n", List.of("t:1"), NewEvent.LARGEST - frame)).isNotNull();
    assertThatThrownBy(() -> event("n", List.of("t:1"), NewEvent.LARGEST - frame + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event n takes 65536 bytes, more than 65535");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1969-12-31T23:59:59Z", "2255-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z"})
  void a_time_that_cannot_be_kept_exactly_is_refused(String time) {
    var at = Instant.parse(time);
    assertThatThrownBy(() -> Samples.eventAt(at, "n")).hasMessageContaining("1970 to 2254");
  }

  @Test
  void an_append_carries_something_but_not_everything() {
    var event = Samples.event("n");
    assertThatThrownBy(() -> Append.of()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Append(Collections.nCopies(4097, event), Condition.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_holds_bytes_does_not_print_them() {
    assertThat(Samples.event("n", "login:secret").toString()).startsWith("NewEvent[n ");
    assertThat(StoredEvent.at(7, Samples.event("n", "t")).toString())
        .startsWith("StoredEvent[7 n ");
  }
}
