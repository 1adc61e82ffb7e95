package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.NamedParameterSpec;

/**
 * How tokens are signed; deterministic ones only, so that a token's bytes can be derived again. The
 * names are those of RFC 7518 and RFC 8037.
 */
public enum SigningAlgorithm {
  EDDSA("EdDSA", "Ed25519"),
  RS256("RS256", "RSA");

  private static final int NEW_RSA_BITS = 3072;
  private static final int LEAST_RSA_BITS = 2048;

  private final String jwa;
  private final String keyType;

  SigningAlgorithm(String jwa, String keyType) {
    this.jwa = jwa;
    this.keyType = keyType;
  }

  @JsonCreator
  public static SigningAlgorithm ofJwa(String jwa) {
    for (var algorithm : values()) {
      if (algorithm.jwa.equals(jwa)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("must be EdDSA or RS256");
  }

  /** The {@code alg} header. */
  @JsonValue
  public String jwa() {
    return jwa;
  }

  /** What Java calls its keys. */
  String keyType() {
    return keyType;
  }

  Signer signer(PrivateKey key) {
    return switch (this) {
      case EDDSA -> Edwards.signer(key);
      case RS256 -> Rsa.signer(key);
    };
  }

  SignatureCheck check(PublicKey key) {
    return switch (this) {
      case EDDSA -> Edwards.check(key);
      case RS256 -> Rsa.check(key);
    };
  }

  /** Ed25519 and no other curve; RSA of at least 2048 bits (RFC 7518, section 3.3). */
  boolean suits(Key key) {
    return switch (this) {
      case EDDSA ->
          key instanceof EdECKey edwards
              && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
      case RS256 -> key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
    };
  }

  KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType);
      if (this == RS256) {
        generator.initialize(NEW_RSA_BITS);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(keyType + " is not available", broken);
    }
  }
}
