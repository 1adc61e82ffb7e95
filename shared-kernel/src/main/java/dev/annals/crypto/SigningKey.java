package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key to sign tokens with, and the public key that goes with it. */
public final class SigningKey {
  private final PrivateKey secret;
  private final Signer signer;
  private final VerificationKey verification;

  private SigningKey(PrivateKey secret, VerificationKey verification) {
    this.secret = secret;
    this.signer = verification.algorithm().signer(secret);
    this.verification = verification;
  }

  public static SigningKey generate(SigningAlgorithm algorithm) {
    KeyPair pair = algorithm.newKeyPair();
    return new SigningKey(pair.getPrivate(), VerificationKey.of(algorithm, pair.getPublic()));
  }

  /**
   * Opens what {@link #sealedPrivateKey} made.
   *
   * @throws WrongKey when it was sealed under another key-encryption key
   */
  public static SigningKey open(String publicJwk, Sealed privateKey, Sealing sealing) {
    VerificationKey verification = VerificationKey.fromJwk(publicJwk);
    return sealing
        .open(privateKey, purpose(verification.kid()))
        .map(pkcs8 -> restore(verification, pkcs8))
        .orElseThrow(() -> new KeyForgotten(privateKey.key()));
  }

  /** From PKCS #8 in base64; refuses a private key that is not the public key's. */
  static SigningKey restore(VerificationKey verification, String pkcs8) {
    SigningKey key =
        new SigningKey(privateKey(verification.algorithm().keyType(), pkcs8), verification);
    byte[] probe = verification.kid().value().getBytes(StandardCharsets.US_ASCII);
    if (!verification.verifies(probe, key.sign(probe))) {
      throw new IllegalArgumentException("the private key does not belong to the public key");
    }
    return key;
  }

  private static PrivateKey privateKey(String type, String pkcs8) {
    try {
      byte[] encoded = Base64.getDecoder().decode(pkcs8);
      return KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw new IllegalArgumentException("not a private key for " + type + " in PKCS #8");
    }
  }

  public KeyId kid() {
    return verification.kid();
  }

  public SigningAlgorithm algorithm() {
    return verification.algorithm();
  }

  public VerificationKey verificationKey() {
    return verification;
  }

  /** The public key as a JWK, for the event and for everyone. */
  public String publicJwk() {
    return verification.jwk();
  }

  /** The private key for the event: PKCS #8 in base64, sealed under the key-encryption key. */
  public Sealed sealedPrivateKey(Sealing sealing) {
    String pkcs8 = Base64.getEncoder().encodeToString(secret.getEncoded());
    return sealing.seal(DataKeyName.KEK, purpose(kid()), pkcs8);
  }

  byte[] sign(byte[] message) {
    return signer.sign(message);
  }

  private static String purpose(KeyId kid) {
    return "signing-key:" + kid;
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid() + "]";
  }
}
