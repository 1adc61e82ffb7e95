package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealingTest {
  private static final DataKeyName ALICE = DataKeyName.account(new UUID(1, 2));
  private static final DataKeyName BOB = DataKeyName.account(new UUID(3, 4));
  private static final DataKeyName STRANGERS =
      DataKeyName.strangers(Instant.parse("2026-11-30T23:59:59.999Z"));

  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();
  private final MemoryDataKeys dataKeys = new MemoryDataKeys();
  private final Sealing sealing = new Sealing(kek, dataKeys);

  SealingTest() {
    sealing.create(ALICE);
    sealing.create(BOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice", "zoë@exämple.org", "\u0000", "👩‍👩‍👧 / : \" \\ \n"})
  void what_was_sealed_is_opened(String text) {
    for (DataKeyName name : List.of(ALICE, STRANGERS, DataKeyName.KEK)) {
      Sealed sealed = sealing.seal(name, "login", text);

      assertThat(sealed.key()).isEqualTo(name);
      assertThat(sealing.open(sealed, "login")).contains(text);
      assertThat(sealing.read(sealed, "login")).contains(text);
      assertThat(sealing.read(sealed, "login")).contains(text);
      assertThatThrownBy(() -> sealing.read(sealed, "address")).isInstanceOf(BrokenSeal.class);
    }
  }

  @Test
  void more_than_is_remembered_of_a_person_is_read_all_the_same() {
    for (int i = 0; i < 20; i++) {
      Sealed sealed = sealing.seal(ALICE, "login", "alice" + i);
      assertThat(sealing.read(sealed, "login")).contains("alice" + i);
      assertThat(sealing.read(sealed, "login")).contains("alice" + i);
    }
  }

  @Test
  void random_texts_are_opened_as_they_were_sealed() {
    Random random = new Random(42);
    for (int i = 0; i < 200; i++) {
      String text =
          random
              .ints(random.nextInt(500), 0, Character.MAX_CODE_POINT + 1)
              .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(sealing.open(sealing.seal(ALICE, "login", text), "login")).contains(text);
    }
  }

  @Test
  void a_sealed_text_does_not_show_what_is_in_it() {
    assertThat(sealing.seal(ALICE, "login", "alice@example.org").text())
        .startsWith(ALICE + "/")
        .doesNotContain("alice@");
    assertThat(sealing.seal(ALICE, "login", "alice"))
        .isNotEqualTo(sealing.seal(ALICE, "login", "alice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00b", "\ud83d"})
  void a_lone_surrogate_is_refused_rather_than_replaced(String text) {
    assertThatThrownBy(() -> sealing.seal(ALICE, "login", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be well-formed Unicode, without lone surrogates");
  }

  @Test
  void a_value_opens_for_its_purpose_only() {
    for (DataKeyName name : List.of(ALICE, DataKeyName.KEK)) {
      Sealed sealed = sealing.seal(name, "login", "alice");

      assertThatThrownBy(() -> sealing.open(sealed, "password"))
          .isInstanceOf(BrokenSeal.class)
          .hasMessageContaining(name.value())
          .hasMessageContaining("password")
          .message()
          .doesNotContain("alice");
    }
  }

  @Test
  void a_value_moved_to_another_person_does_not_open() {
    Sealed sealed = sealing.seal(ALICE, "login", "alice");
    Sealed moved = new Sealed(sealed.text().replace(ALICE.value(), BOB.value()));

    assertThatThrownBy(() -> sealing.open(moved, "login")).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void any_flipped_bit_is_refused() {
    for (DataKeyName name : List.of(ALICE, DataKeyName.KEK)) {
      Sealed sealed = sealing.seal(name, "login", "alice");
      byte[] box = sealed.box().orElseThrow();
      for (int bit = 0; bit < box.length * 8; bit++) {
        byte[] damaged = box.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        assertThatThrownBy(() -> sealing.open(Sealed.of(name, damaged), "login"))
            .isInstanceOfAny(BrokenSeal.class, WrongKey.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "AQ", "AQ==", "!!!!", "AAAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void garbage_under_a_good_name_is_refused(String box) {
    assertThatThrownBy(() -> sealing.open(new Sealed(ALICE + "/" + box), "login"))
        .isInstanceOf(BrokenSeal.class);
    assertThatThrownBy(() -> sealing.open(new Sealed("kek/" + box), "login"))
        .isInstanceOfAny(BrokenSeal.class, WrongKey.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/AAAA", "AAAA"})
  void a_sealed_value_names_its_key(String text) {
    assertThatThrownBy(() -> new Sealed(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_wrong_key_encryption_key_is_named() {
    Sealed own = sealing.seal(DataKeyName.KEK, "secret", "s");
    Sealed persons = sealing.seal(ALICE, "login", "alice");
    KeyEncryptionKey other = KeyEncryptionKey.generate();
    Sealing elsewhere = new Sealing(other, dataKeys);

    for (Sealed sealed : List.of(own, persons)) {
      assertThatThrownBy(() -> elsewhere.open(sealed, "secret"))
          .isInstanceOf(WrongKey.class)
          .hasMessageContaining(kek.id())
          .hasMessageContaining(other.id());
    }
  }

  @Test
  void a_damaged_data_key_is_not_taken_for_a_forgotten_one() {
    MemoryDataKeys damaged = new MemoryDataKeys();
    byte[] wrapped = dataKeys.find(ALICE).orElseThrow();
    wrapped[wrapped.length - 1] ^= 1;
    byte[] _ = damaged.keep(ALICE, wrapped);

    assertThatThrownBy(() -> new Sealing(kek, damaged).seal(ALICE, "login", "alice"))
        .isInstanceOf(BrokenSeal.class)
        .hasMessageContaining("data key of " + ALICE);
  }

  @Test
  void one_persons_data_key_is_of_no_use_as_anothers() {
    MemoryDataKeys swapped = new MemoryDataKeys();
    byte[] _ = swapped.keep(BOB, dataKeys.find(ALICE).orElseThrow());

    assertThatThrownBy(() -> new Sealing(kek, swapped).seal(BOB, "login", "bob"))
        .isInstanceOf(BrokenSeal.class);
  }

  @Test
  void strangers_share_a_key_by_the_month_in_utc() {
    assertThat(STRANGERS.value()).isEqualTo("strangers:2026-11");
  }
}
