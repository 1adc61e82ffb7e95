package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RandomnessTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final Randomness randomness = Randomness.predictable(new Random(1), time::get);

  private static long millis(UUID uuid) {
    return uuid.getMostSignificantBits() >>> 16;
  }

  @Test
  void a_uuid_says_its_version_its_variant_and_when() {
    for (int i = 0; i < 1000; i++) {
      time.set(NOW.plusMillis(i));
      UUID uuid = randomness.uuid7();

      assertThat(uuid.version()).isEqualTo(7);
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(millis(uuid)).isEqualTo(NOW.toEpochMilli() + i);
    }
  }

  @Test
  void uuids_of_one_millisecond_are_in_order_and_run_over_into_the_next() {
    String previous = "";
    for (int i = 0; i < 10_000; i++) {
      String next = randomness.uuid7().toString();
      assertThat(next).isGreaterThan(previous);
      previous = next;
    }
    assertThat(millis(UUID.fromString(previous)) - NOW.toEpochMilli()).isBetween(2L, 3L);
  }

  @Test
  void a_clock_set_back_does_not_set_the_order_back() {
    UUID before = randomness.uuid7();

    time.set(NOW.minusSeconds(3600));
    UUID after = randomness.uuid7();

    assertThat(after.toString()).isGreaterThan(before.toString());
    assertThat(millis(after)).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void a_millisecond_does_not_begin_at_the_same_count() {
    Set<Long> counters = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      time.set(NOW.plusMillis(i));
      long counter = randomness.uuid7().getMostSignificantBits() & 0xfff;
      assertThat(counter).isLessThan(0x800);
      counters.add(counter);
    }
    assertThat(counters).hasSizeGreaterThan(80);
  }

  @Test
  void uuids_drawn_at_once_are_all_different() throws Exception {
    Randomness secure = Randomness.secure(InstantSource.system());
    Set<UUID> drawn = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        var _ =
            threads.submit(() -> {
              for (int j = 0; j < 5000; j++) {
                drawn.add(secure.uuid7());
              }
            });
      }
    }
    assertThat(drawn).hasSize(20_000);
  }

  @Test
  void all_random_bits_of_a_uuid_are_used() {
    long or = 0;
    long and = -1;
    for (int i = 0; i < 200; i++) {
      long least = randomness.uuid7().getLeastSignificantBits();
      or |= least;
      and &= least;
    }
    assertThat(or).isEqualTo(0xbfff_ffff_ffff_ffffL);
    assertThat(and).isEqualTo(0x8000_0000_0000_0000L);
  }

  @Test
  void a_uuid_that_says_nothing_is_random_in_all_but_version_and_variant() {
    long[] or = {0, 0};
    long[] and = {-1, -1};
    for (int i = 0; i < 200; i++) {
      UUID uuid = randomness.uuid4();
      or[0] |= uuid.getMostSignificantBits();
      and[0] &= uuid.getMostSignificantBits();
      or[1] |= uuid.getLeastSignificantBits();
      and[1] &= uuid.getLeastSignificantBits();
    }
    assertThat(or).containsExactly(0xffff_ffff_ffff_4fffL, 0xbfff_ffff_ffff_ffffL);
    assertThat(and).containsExactly(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L);
  }

  @Test
  void bytes_are_as_many_as_asked_for_and_differ() {
    assertThat(randomness.bytes(0)).isEmpty();
    assertThat(randomness.bytes(33)).hasSize(33).isNotEqualTo(randomness.bytes(33));
    assertThat(Randomness.secure(InstantSource.system()).bytes(16))
        .isNotEqualTo(Randomness.secure(InstantSource.system()).bytes(16));
  }

  @Test
  void a_predictable_source_repeats_itself() {
    Randomness again = Randomness.predictable(new Random(1), time::get);

    assertThat(again.uuid7()).isEqualTo(randomness.uuid7());
    assertThat(again.password()).isEqualTo(randomness.password());
  }

  @Test
  void a_generated_password_can_be_copied_from_a_screen_and_passes_every_rule() {
    Set<String> drawn = new HashSet<>();
    Set<Integer> characters = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String password = randomness.password();
      assertThat(password)
          .matches("([A-Za-z2-9]{4}-){5}[A-Za-z2-9]{4}")
          .doesNotContainPattern("[Il1O0o]")
          .containsPattern("[A-Z]")
          .containsPattern("[a-z]")
          .containsPattern("[2-9]");
      drawn.add(password);
      password.chars().forEach(characters::add);
    }
    assertThat(drawn).hasSize(2000);
    assertThat(characters).hasSize(56 + 1);
  }
}
