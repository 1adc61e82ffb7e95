package dev.annals.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA-256 (RFC 2104) under one of the installation's keys. */
public final class KeyedHash {
  private static final int TAG_BYTES = 16;

  private final SecretKey key;

  KeyedHash(byte[] secret, String label) {
    this.key = Hkdf.key(secret, label, "HmacSHA256");
  }

  /** 43 characters of base64url; other parts, or the same cut elsewhere, give another hash. */
  public String of(String... parts) {
    return Base64Url.encode(bytes(Framed.of(parts)));
  }

  /** The first 128 bits of the hash of {@code message}: nobody else can make them. */
  public byte[] tag(byte[] message) {
    return Arrays.copyOf(bytes(message), TAG_BYTES);
  }

  /** Compares in constant time. */
  public boolean isTag(byte[] candidate, byte[] message) {
    return MessageDigest.isEqual(tag(message), candidate);
  }

  /** Of a message in parts: others, or the same cut elsewhere, have another tag. */
  public byte[] tag(List<byte[]> parts) {
    return tag(Framed.of(parts));
  }

  /** Compares in constant time. */
  public boolean isTag(byte[] candidate, List<byte[]> parts) {
    return isTag(candidate, Framed.of(parts));
  }

  byte[] bytes(byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("HMAC-SHA-256 is not available", broken);
    }
  }

  @Override
  public String toString() {
    return "KeyedHash[masked]";
  }
}
