package dev.annals.crypto;

import io.jsonwebtoken.security.SecureRequest;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What jjwt's algorithms are asked with. They are used below its token builder and parser, because
 * those judge expiry by the clock while we judge any moment, and because every byte must be ours.
 */
sealed interface SignedBytes<K extends Key> extends SecureRequest<InputStream, K> {
  byte[] message();

  K key();

  @Override
  default InputStream getPayload() {
    return new ByteArrayInputStream(message());
  }

  @Override
  default K getKey() {
    return key();
  }

  @Override
  default @Nullable Provider getProvider() {
    return null;
  }

  @Override
  default @Nullable SecureRandom getSecureRandom() {
    return null;
  }

  /** To be signed. */
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record ToSign(PrivateKey key, byte[] message) implements SignedBytes<PrivateKey> {}

  /** To be verified. */
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record ToVerify(PublicKey key, byte[] message, byte[] signature)
      implements SignedBytes<PublicKey>, VerifySecureDigestRequest<PublicKey> {
    @Override
    public byte[] getDigest() {
      return signature;
    }
  }
}
