package dev.annals.token;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A file of tokens as an earlier version wrote them, with the keys that they were made with. */
final class Golden {
  private final Properties properties = new Properties();

  Golden(String file) {
    try (InputStream text = getClass().getResourceAsStream("/golden/token/" + file)) {
      properties.load(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String text(String name) {
    return properties.getProperty(name);
  }

  SigningKey signingKey() {
    return SigningKey.open(text("public-jwk"), new Sealed(text("private-key")), sealing());
  }

  InstallationSecret installationSecret() {
    return InstallationSecret.open(new Sealed(text("installation-secret")), sealing());
  }

  private Sealing sealing() {
    KeyEncryptionKey kek = KeyEncryptionKey.fromBase64(text("key-encryption-key"));
    return new Sealing(kek, new MemoryDataKeys());
  }
}
