package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Enough to know a secret again, in base64url: SHA-256 of one of at least 128 random bits, or a
 * {@link KeyedHash} of one that may be guessed.
 */
public record SecretHash(@JsonValue String value) {
  private static final int LENGTH = 43;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SecretHash {
    if (value.length() != LENGTH || !Base64Url.isSpelt(value)) {
      throw new IllegalArgumentException("not a secret's hash");
    }
  }

  public static SecretHash of(byte[] secret) {
    return new SecretHash(Base64Url.encode(sha256(secret)));
  }

  public static SecretHash of(String secret) {
    return of(Framed.utf8(secret));
  }

  /** Compares in constant time. */
  public boolean matches(SecretHash other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("SHA-256 is not available", broken);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
