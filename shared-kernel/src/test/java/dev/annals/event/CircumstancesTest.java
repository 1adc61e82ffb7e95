package dev.annals.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.Sealed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  @Test
  void what_is_known_is_written_sorted_and_read_back() {
    var all =
        new Circumstances(
            Actor.account(new UUID(0, 1)),
            Optional.of(new UUID(0, 2)),
            Optional.of(new Sealed("strangers:2026-01/AA")),
            Optional.of("index"),
            Optional.of("curl/8"),
            "annals",
            Optional.of("r-1"),
            Optional.of("c-1"),
            Optional.of(new UUID(0, 3)));

    assertThat(all.toMetadata().keySet())
        .containsExactly(
            "actor",
            "address",
            "address_index",
            "causation_id",
            "correlation_id",
            "family",
            "request_id",
            "subject",
            "user_agent");
    assertThat(Circumstances.of(all.toMetadata())).isEqualTo(all);
  }

  @Test
  void events_from_before_there_was_an_index_have_none() {
    var old =
        Map.of(
            "actor", "anonymous",
            "address", "strangers:2026-01/AA",
            "family", "annals",
            "request_id", "r-1",
            "user_agent", "curl/8");

    var read = Circumstances.of(old);

    assertThat(read.addressIndex()).isEmpty();
    assertThat(read.address()).isPresent();
    assertThat(read.toMetadata()).isEqualTo(old);
  }

  @Test
  void what_is_absent_is_not_written() {
    assertThat(Circumstances.SYSTEM.toMetadata().keySet()).containsExactly("actor", "family");
    assertThat(Circumstances.of(Circumstances.SYSTEM.toMetadata())).isEqualTo(Circumstances.SYSTEM);
  }
}
