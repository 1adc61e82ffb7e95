package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class InstallationSecretTest {
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  private final InstallationSecret secret = InstallationSecret.generate();

  @Test
  void a_sealed_secret_opens_to_the_same_keys() {
    InstallationSecret opened = InstallationSecret.open(secret.sealed(sealing), sealing);

    assertThat(opened.blindIndex().of("alice")).isEqualTo(secret.blindIndex().of("alice"));
    assertThat(opened.requests().of("a")).isEqualTo(secret.requests().of("a"));
    assertThat(opened.chosenSecrets().of("a")).isEqualTo(secret.chosenSecrets().of("a"));
    assertThat(opened.refreshTokens().of("a")).isEqualTo(secret.refreshTokens().of("a"));
    assertThat(opened.answers().open("s", "c", secret.answers().seal("s", "c", "answer")))
        .contains("answer");
  }

  @Test
  void the_wrong_key_encryption_key_is_found_out_by_it() {
    Sealing elsewhere = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());

    assertThatThrownBy(() -> InstallationSecret.open(secret.sealed(sealing), elsewhere))
        .isInstanceOf(WrongKey.class);
  }

  @Test
  void a_secret_under_a_forgotten_key_is_told_so() {
    Sealed forgotten = new Sealed(DataKeyName.account(new UUID(0, 1)) + "/AAAA");

    assertThatThrownBy(() -> InstallationSecret.open(forgotten, sealing))
        .isInstanceOf(KeyForgotten.class);
  }

  @Test
  void a_secret_of_another_size_is_refused() {
    Sealed small = sealing.seal(DataKeyName.KEK, "installation-secret", "c2hvcnQ=");

    assertThatThrownBy(() -> InstallationSecret.open(small, sealing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an installation secret has 32 bytes");
  }

  @Test
  void each_use_and_each_installation_has_keys_of_its_own() {
    InstallationSecret other = InstallationSecret.generate();

    assertThat(
            Set.of(
                secret.blindIndex().of("alice"),
                secret.requests().of("alice"),
                secret.refreshTokens().of("alice"),
                secret.chosenSecrets().of("alice"),
                secret.foreignTokens().of("alice"),
                secret.federatedSubjects().of("alice"),
                secret.addresses().of("alice"),
                secret.relayedRecords().of("alice"),
                other.blindIndex().of("alice"),
                other.requests().of("alice"),
                other.refreshTokens().of("alice")))
        .hasSize(11)
        .allMatch(hash -> hash.matches("[A-Za-z0-9_-]{43}"));
  }

  @Test
  void parts_cut_elsewhere_give_another_hash() {
    KeyedHash hash = secret.requests();
    List<String[]> cuts =
        List.of(
            new String[] {},
            new String[] {""},
            new String[] {"", ""},
            new String[] {"ab"},
            new String[] {"a", "b"},
            new String[] {"", "ab"},
            new String[] {"ab", ""},
            new String[] {"\u0000\u0000\u0000\u0001a"},
            new String[] {"b", "a"});
    Set<String> hashes = new HashSet<>();
    cuts.forEach(parts -> hashes.add(hash.of(parts)));

    assertThat(hashes).hasSameSizeAs(cuts);
    assertThat(hash.of("a", "b")).isEqualTo(hash.of("a", "b"));
  }

  @Test
  void a_lone_surrogate_is_no_login_and_no_request() {
    assertThatThrownBy(() -> secret.blindIndex().of("a\ud800"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> secret.requests().of("a", "\udc00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tag_is_known_again_and_no_other() {
    KeyedHash hash = secret.refreshTokens();
    byte[] message = "message".getBytes(UTF_8);
    byte[] tag = hash.tag(message);

    assertThat(tag).hasSize(16);
    assertThat(hash.isTag(tag, message)).isTrue();
    assertThat(hash.isTag(tag, "other".getBytes(UTF_8))).isFalse();
    assertThat(hash.isTag(new byte[0], message)).isFalse();
    assertThat(secret.requests().isTag(tag, message)).isFalse();
    for (int bit = 0; bit < 128; bit++) {
      byte[] flipped = tag.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(hash.isTag(flipped, message)).isFalse();
    }
  }

  @Test
  void a_tag_of_parts_is_that_of_these_parts_cut_so() {
    KeyedHash hash = secret.relayedRecords();
    byte[] a = {1};
    byte[] b = {-1, 0};
    byte[] tag = hash.tag(List.of(a, b));

    assertThat(hash.isTag(tag, List.of(new byte[] {1}, new byte[] {-1, 0}))).isTrue();
    assertThat(hash.isTag(tag, List.of(b, a))).isFalse();
    assertThat(hash.isTag(tag, List.of(new byte[] {1, -1}, new byte[] {0}))).isFalse();
    assertThat(hash.isTag(tag, List.of(new byte[] {1, -1, 0}))).isFalse();
    assertThat(hash.isTag(tag, List.of(a, b, new byte[0]))).isFalse();
    assertThat(InstallationSecret.generate().relayedRecords().isTag(tag, List.of(a, b))).isFalse();
  }

  @Test
  void an_answer_opens_for_who_asked_and_as_what_was_asked() {
    AnswerSealing answers = secret.answers();
    String sealed = answers.seal("key", "request", "{\"ä\":1}");

    assertThat(answers.open("key", "request", sealed)).contains("{\"ä\":1}");
    assertThat(answers.open("other", "request", sealed)).isEmpty();
    assertThat(answers.open("key", "other", sealed)).isEmpty();
    assertThat(InstallationSecret.generate().answers().open("key", "request", sealed)).isEmpty();
    assertThat(answers.open("key", "request", sealed + "=")).isEmpty();
    assertThat(answers.open("key", "request", "")).isEmpty();
    assertThat(sealed).isNotEqualTo(answers.seal("key", "request", "{\"ä\":1}"));
  }

  @Test
  void secrets_do_not_show() {
    assertThat(secret).hasToString("InstallationSecret[masked]");
    assertThat(secret.requests()).hasToString("KeyedHash[masked]");
  }
}
