package dev.annals.crypto;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 (RFC 8032) by Bouncy Castle's arithmetic, which is several times as fast as Java's. Keys
 * are made, read and written by Java, so that their formats do not depend on it.
 */
final class Edwards {
  private static final int PLAIN = Ed25519.Algorithm.Ed25519;

  private Edwards() {}

  /** Signs with the public key that follows from the private one: any other would give it away. */
  static Signer signer(PrivateKey key) {
    var own = new Ed25519PrivateKeyParameters(seed(key));
    return message -> {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      own.sign(PLAIN, null, message, 0, message.length, signature, 0);
      return signature;
    };
  }

  /**
   * Refuses signatures of another length or whose second half is not reduced (RFC 8032, section
   * 5.1.7), and keys under which others can sign: of small or mixed order, or written otherwise.
   */
  static SignatureCheck check(PublicKey key) {
    Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(encoded(key), 0);
    if (point == null) {
      throw new IllegalArgumentException("not a point of Ed25519's prime-order group");
    }
    return (message, signature) ->
        signature.length == Ed25519.SIGNATURE_SIZE
            && Ed25519.verify(signature, 0, point, message, 0, message.length);
  }

  private static byte[] seed(PrivateKey key) {
    return ((EdECPrivateKey) key).getBytes().orElseThrow();
  }

  /** The point is the end of a SubjectPublicKeyInfo (RFC 8410, section 4). */
  private static byte[] encoded(PublicKey key) {
    byte[] info = key.getEncoded();
    return Arrays.copyOfRange(info, info.length - Ed25519.PUBLIC_KEY_SIZE, info.length);
  }
}
