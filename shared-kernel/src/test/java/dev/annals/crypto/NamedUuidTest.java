package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class NamedUuidTest {
  @Test
  void the_same_parts_give_the_same_id_for_ever() {
    assertThat(NamedUuid.of("api-key", "a")).hasToString("f276167b-a091-826a-a701-bf2804a8f2e3");
  }

  @Test
  void other_parts_or_the_same_cut_elsewhere_give_another() {
    var ids = new HashSet<UUID>();
    ids.add(NamedUuid.of());
    ids.add(NamedUuid.of(""));
    ids.add(NamedUuid.of("ab"));
    ids.add(NamedUuid.of("a", "b"));
    ids.add(NamedUuid.of("b", "a"));
    assertThat(ids).hasSize(5);
  }

  @Test
  void it_says_its_version_and_variant_and_all_other_bits_come_from_the_hash() {
    long[] or = {0, 0};
    long[] and = {-1, -1};
    for (int i = 0; i < 200; i++) {
      UUID uuid = NamedUuid.of("" + i);
      or[0] |= uuid.getMostSignificantBits();
      and[0] &= uuid.getMostSignificantBits();
      or[1] |= uuid.getLeastSignificantBits();
      and[1] &= uuid.getLeastSignificantBits();
    }
    assertThat(or).containsExactly(0xffff_ffff_ffff_8fffL, 0xbfff_ffff_ffff_ffffL);
    assertThat(and).containsExactly(0x0000_0000_0000_8000L, 0x8000_0000_0000_0000L);
  }
}
