package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads what the first version sealed and hashed. */
final class SealedGoldenTest {
  private static final DataKeyName ALICE =
      DataKeyName.account(UUID.fromString("019aa7f0-0000-7000-8000-000000000001"));

  private final Properties golden = new Properties();
  private final MemoryDataKeys dataKeys = new MemoryDataKeys();

  @BeforeEach
  void read() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/golden/crypto/sealed-v1.properties")) {
      golden.load(file);
    }
    byte[] _ = dataKeys.keep(ALICE, Base64.getDecoder().decode(text("data-key")));
  }

  private String text(String name) {
    return golden.getProperty(name);
  }

  private KeyEncryptionKey kek() {
    return KeyEncryptionKey.fromBase64(text("key-encryption-key"));
  }

  private InstallationSecret secret() {
    return InstallationSecret.open(
        new Sealed(text("installation-secret")), new Sealing(kek(), dataKeys));
  }

  @Test
  void last_years_key_encryption_key_has_the_same_id() {
    assertThat(kek().id()).isEqualTo(text("key-encryption-key.id"));
  }

  @Test
  void last_years_login_opens() {
    assertThat(new Sealing(kek(), dataKeys).open(new Sealed(text("sealed.login")), "login"))
        .contains("zoë@example.org");
  }

  @Test
  void last_years_installation_secret_gives_the_same_hashes() {
    assertThat(secret().blindIndex().of("zoë@example.org")).isEqualTo(text("blind-index"));
    assertThat(secret().requests().of("account", "idempotency-key"))
        .isEqualTo(text("request-hash"));
    assertThat(secret().refreshTokens().tag(new byte[] {1, 2, 3}))
        .isEqualTo(Base64Url.decode(text("refresh-tag")).orElseThrow());
  }

  @Test
  void last_years_answer_opens() {
    assertThat(secret().answers().open("idempotency-key", "request", text("answer")))
        .contains("{\"status\":201}");
  }

  @Test
  void last_years_secret_has_the_same_hash() {
    assertThat(SecretHash.of("anr_example")).hasToString(text("secret-hash"));
  }
}
