package dev.annals.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** ECDSA with P-256 and SHA-256 (RFC 7518, section 3.4): others sign with it, we do not. */
final class Ecdsa {
  /** R and S, 32 bytes each: no other spelling, DER in particular, is a signature here. */
  private static final int SIGNATURE_SIZE = 64;

  private Ecdsa() {}

  static SignatureCheck check(PublicKey key) {
    return (message, signature) ->
        signature.length == SIGNATURE_SIZE && verifies(key, message, signature);
  }

  private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException _) {
      // R or S out of range.
      return false;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("ECDSA is not available", broken);
    }
  }
}
