package dev.annals.crypto;

import dev.annals.crypto.SignedBytes.ToSign;
import dev.annals.crypto.SignedBytes.ToVerify;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.security.PrivateKey;
import java.security.PublicKey;

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3). */
final class Rsa {
  private Rsa() {}

  static Signer signer(PrivateKey key) {
    return message -> Jwts.SIG.RS256.digest(new ToSign(key, message));
  }

  static SignatureCheck check(PublicKey key) {
    return (message, signature) -> verifies(key, message, signature);
  }

  private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      return Jwts.SIG.RS256.verify(new ToVerify(key, message, signature));
    } catch (JwtException | IllegalArgumentException _) {
      // A signature of the wrong length or out of range.
      return false;
    }
  }
}
