package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals an answer so that it takes both the installation and the asker's own secret to open it:
 * neither the log with its keys nor a stranger with the same question can.
 */
public final class AnswerSealing {
  private final KeyedHash keys;

  AnswerSealing(KeyedHash keys) {
    this.keys = keys;
  }

  /**
   * Seals in base64url.
   *
   * @param secret what only the asker can show again
   * @param context which answer it is; it opens as no other
   */
  public String seal(String secret, String context, String plaintext) {
    byte[] box = Aead.seal(key(secret), Framed.of(context), Framed.utf8(plaintext));
    return Base64Url.encode(box);
  }

  /** Empty unless secret and context are those it was sealed with. */
  public Optional<String> open(String secret, String context, String sealed) {
    return Base64Url.decode(sealed)
        .flatMap(box -> Aead.open(key(secret), Framed.of(context), box))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private SecretKey key(String secret) {
    return new SecretKeySpec(keys.bytes(Framed.of(secret)), "AES");
  }
}
