package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** Independent keys from one secret, each under a label of its own (RFC 5869, SHA-256). */
final class Hkdf {
  private static final String PREFIX = "annals/v1/";

  private Hkdf() {}

  /** A 256-bit key for {@code algorithm}. */
  static SecretKey key(byte[] secret, String label, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters(secret, label, 32));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("HKDF is not available", broken);
    }
  }

  static byte[] bytes(byte[] secret, String label, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256").deriveData(parameters(secret, label, length));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("HKDF is not available", broken);
    }
  }

  private static AlgorithmParameterSpec parameters(byte[] secret, String label, int length) {
    byte[] info = (PREFIX + label).getBytes(StandardCharsets.US_ASCII);
    return HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, length);
  }
}
