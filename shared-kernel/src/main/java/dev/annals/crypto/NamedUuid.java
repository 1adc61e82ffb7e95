package dev.annals.crypto;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from what they are of, so that nobody has to look them up: UUIDv8 made of SHA-256
 * (RFC 9562, section 5.8 and appendix B.2).
 */
public final class NamedUuid {
  private static final long VERSION = 0xf000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private NamedUuid() {}

  /** The same for the same parts; other parts, or the same cut elsewhere, give another. */
  public static UUID of(String... parts) {
    var hash = ByteBuffer.wrap(sha256(Framed.of(parts)));
    long most = (hash.getLong() & ~VERSION) | VERSION_8;
    return new UUID(most, hash.getLong() << 2 >>> 2 | VARIANT);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("SHA-256 is not available", broken);
    }
  }
}
