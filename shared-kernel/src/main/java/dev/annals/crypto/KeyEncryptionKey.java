package dev.annals.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

/** The one secret outside the log: with it the log says everything, without it nothing personal. */
public final class KeyEncryptionKey {
  private static final int BYTES = 32;
  static final int ID_BYTES = 4;
  private static final byte FORMAT = 1;

  private final byte[] secret;
  private final byte[] fingerprint;
  private final SecretKey wrapping;

  private KeyEncryptionKey(byte[] secret) {
    this.secret = secret.clone();
    this.fingerprint = Hkdf.bytes(secret, "key-encryption-key/id", ID_BYTES);
    this.wrapping = Hkdf.key(secret, "key-encryption-key/wrap", "AES");
  }

  public static KeyEncryptionKey generate() {
    return new KeyEncryptionKey(Aead.newKey().getEncoded());
  }

  /** Takes the key as a file or an environment variable has it: white space around it is fine. */
  public static KeyEncryptionKey fromBase64(String text) {
    byte[] bytes = decoded(text.strip());
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "a key-encryption key is 32 random bytes in base64 (44 characters), but this has "
              + bytes.length
              + " bytes");
    }
    return new KeyEncryptionKey(bytes);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      // The decoder's own message would quote a part of the key.
      throw new IllegalArgumentException(
          "a key-encryption key is 32 random bytes in base64 (44 characters), but this is not base64");
    }
  }

  /** The key itself, to write the key file and for nothing else. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(secret);
  }

  /** Which key this is: 8 hexadecimal digits that tell nothing else of it. */
  public String id() {
    return HexFormat.of().formatHex(fingerprint);
  }

  byte[] wrap(byte[] context, byte[] plain) {
    byte[] box = Aead.seal(wrapping, context, plain);
    return ByteBuffer.allocate(1 + ID_BYTES + box.length)
        .put(FORMAT)
        .put(fingerprint)
        .put(box)
        .array();
  }

  /** Empty when the value is not authentic; throws when it names another key. */
  Optional<byte[]> unwrap(byte[] context, byte[] wrapped) {
    if (wrapped.length < 1 + ID_BYTES || wrapped[0] != FORMAT) {
      return Optional.empty();
    }
    byte[] sealedUnder = Arrays.copyOfRange(wrapped, 1, 1 + ID_BYTES);
    if (!Arrays.equals(sealedUnder, fingerprint)) {
      throw new WrongKey(HexFormat.of().formatHex(sealedUnder), id());
    }
    byte[] box = Arrays.copyOfRange(wrapped, 1 + ID_BYTES, wrapped.length);
    return Aead.open(wrapping, context, box);
  }

  @Override
  public String toString() {
    return "KeyEncryptionKey[" + id() + "]";
  }
}
