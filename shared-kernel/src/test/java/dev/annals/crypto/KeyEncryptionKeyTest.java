package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyEncryptionKeyTest {
  private static final String TEXT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final KeyEncryptionKey KEK = KeyEncryptionKey.fromBase64(TEXT);
  private static final byte[] CONTEXT = "context".getBytes(UTF_8);
  private static final byte[] PLAIN = "plain".getBytes(UTF_8);

  @Test
  void a_key_is_read_from_what_was_written() {
    KeyEncryptionKey key = KeyEncryptionKey.generate();

    KeyEncryptionKey read = KeyEncryptionKey.fromBase64(key.toBase64() + "\n");

    assertThat(read.toBase64()).isEqualTo(key.toBase64()).hasSize(44);
    assertThat(read.id()).isEqualTo(key.id()).matches("[0-9a-f]{8}");
    assertThat(read.unwrap(CONTEXT, key.wrap(CONTEXT, PLAIN))).contains(PLAIN);
  }

  @Test
  void two_generated_keys_differ() {
    assertThat(KeyEncryptionKey.generate().id()).isNotEqualTo(KeyEncryptionKey.generate().id());
  }

  @Test
  void only_its_id_can_be_seen() {
    assertThat(KEK).hasToString("KeyEncryptionKey[" + KEK.id() + "]");
    assertThat(KEK.id()).isNotEqualTo("00010203");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "c2hvcnQ=", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ=="})
  void a_key_of_another_size_is_refused_without_quoting_it(String text) {
    assertThatThrownBy(() -> KeyEncryptionKey.fromBase64(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageMatching(
            "a key-encryption key is 32 random bytes in base64 \\(44 characters\\), but this has \\d+ bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery staple!", "\u0000", "AAEC_wQF", "ÄÖÜ", "A"})
  void what_is_not_base64_is_refused_without_quoting_it(String text) {
    assertThatThrownBy(() -> KeyEncryptionKey.fromBase64(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageContaining("but this is not base64");
  }

  @Test
  void another_key_is_told_apart_from_damage() {
    KeyEncryptionKey other = KeyEncryptionKey.generate();
    byte[] wrapped = other.wrap(CONTEXT, PLAIN);

    assertThatThrownBy(() -> KEK.unwrap(CONTEXT, wrapped))
        .isInstanceOf(WrongKey.class)
        .hasMessageContaining("sealed under key-encryption key " + other.id())
        .hasMessageContaining("this is key " + KEK.id());
  }

  @Test
  void another_key_is_told_by_its_id_alone() {
    byte[] cut = Arrays.copyOf(KeyEncryptionKey.generate().wrap(CONTEXT, PLAIN), 5);

    assertThatThrownBy(() -> KEK.unwrap(CONTEXT, cut)).isInstanceOf(WrongKey.class);
  }

  @Test
  void any_flipped_bit_is_refused() {
    byte[] wrapped = KEK.wrap(CONTEXT, PLAIN);
    for (int bit = 0; bit < wrapped.length * 8; bit++) {
      byte[] damaged = wrapped.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      if (bit / 8 >= 1 && bit / 8 <= 4) {
        assertThatThrownBy(() -> KEK.unwrap(CONTEXT, damaged)).isInstanceOf(WrongKey.class);
      } else {
        assertThat(KEK.unwrap(CONTEXT, damaged)).isEmpty();
      }
    }
  }

  @Test
  void a_cut_value_is_refused() {
    byte[] wrapped = KEK.wrap(CONTEXT, new byte[0]);
    for (int length = 0; length < wrapped.length; length++) {
      assertThat(KEK.unwrap(CONTEXT, Arrays.copyOf(wrapped, length))).isEmpty();
    }
    assertThat(KEK.unwrap(CONTEXT, wrapped)).contains(new byte[0]);
  }

  @Test
  void another_context_is_refused() {
    assertThat(KEK.unwrap("other".getBytes(UTF_8), KEK.wrap(CONTEXT, PLAIN))).isEmpty();
  }

  @Test
  void the_same_value_is_never_sealed_alike() {
    assertThat(KEK.wrap(CONTEXT, PLAIN)).isNotEqualTo(KEK.wrap(CONTEXT, PLAIN));
  }

  @Test
  void the_wrapping_key_is_not_the_key_itself() {
    byte[] wrapped = KEK.wrap(CONTEXT, PLAIN);
    byte[] box = Arrays.copyOfRange(wrapped, 5, wrapped.length);
    var itself = new SecretKeySpec(Base64.getDecoder().decode(TEXT), "AES");

    assertThat(Aead.open(itself, CONTEXT, box)).isEmpty();
  }
}
