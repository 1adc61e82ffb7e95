package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs and verifies a foreign family's tokens: compact JWS with HS256 (RFC 7518,
 * section 3.2) and the one header that those families write. A payload always gives the same token.
 */
public final class SharedKey {
  private static final String HEADER =
      Base64Url.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII));
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 32;

  private final KeyId kid;
  private final byte[] secret;
  private final SecretKeySpec key;

  private SharedKey(KeyId kid, byte[] secret) {
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a key for HS256 has at least 32 bytes");
    }
    this.kid = kid;
    this.secret = secret.clone();
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  public static SharedKey generate() {
    return new SharedKey(newId(), Aead.newKey().getEncoded());
  }

  /** A secret that others verify with as well, at least 32 bytes in base64. */
  public static SharedKey fromBase64(String text) {
    try {
      return new SharedKey(newId(), Base64.getDecoder().decode(text.strip()));
    } catch (IllegalArgumentException _) {
      // The decoder's own message would quote a part of the key.
      throw new IllegalArgumentException("must be at least 32 bytes in base64");
    }
  }

  /**
   * Opens what {@link #sealed} made.
   *
   * @throws WrongKey when it was sealed under another key-encryption key
   */
  public static SharedKey open(KeyId kid, Sealed secret, Sealing sealing) {
    return sealing
        .open(secret, purpose(kid))
        .map(text -> new SharedKey(kid, Base64.getDecoder().decode(text)))
        .orElseThrow(() -> new KeyForgotten(secret.key()));
  }

  /** Random, unlike a thumbprint: that of a guessable secret would give the secret away. */
  private static KeyId newId() {
    return new KeyId(Base64Url.encode(Aead.newKey().getEncoded()));
  }

  public KeyId kid() {
    return kid;
  }

  /** The secret for the event, sealed under the key-encryption key. */
  public Sealed sealed(Sealing sealing) {
    return sealing.seal(DataKeyName.KEK, purpose(kid), Base64.getEncoder().encodeToString(secret));
  }

  /** Do both sign the same? Compared in constant time. */
  public boolean hasSecretOf(SharedKey other) {
    return MessageDigest.isEqual(secret, other.secret);
  }

  public String sign(String payload) {
    String signed = HEADER + "." + Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8));
    return signed + "." + Base64Url.encode(mac(signed));
  }

  /** The payload of a token that {@link #sign} made, to the byte; empty for anything else. */
  public Optional<String> verify(String compact) {
    int last = compact.lastIndexOf('.');
    if (compact.length() > Jws.LONGEST || last <= HEADER.length() || !compact.startsWith(HEADER)) {
      return Optional.empty();
    }
    String signed = compact.substring(0, last);
    return Base64Url.decode(compact.substring(last + 1))
        .filter(signature -> MessageDigest.isEqual(mac(signed), signature))
        .flatMap(_ -> Base64Url.decode(signed.substring(HEADER.length() + 1)))
        .map(payload -> new String(payload, StandardCharsets.UTF_8));
  }

  private byte[] mac(String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("HMAC-SHA-256 is not available", broken);
    }
  }

  private static String purpose(KeyId kid) {
    return "shared-key:" + kid;
  }

  @Override
  public String toString() {
    return "SharedKey[" + kid + "]";
  }
}
