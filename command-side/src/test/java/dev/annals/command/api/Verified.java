package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** An access token as somebody else's library reads it, with the published keys. */
final class Verified {
  /** What comes before the 32 bytes of an Ed25519 key (RFC 8410, section 4). */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Verified() {}

  /** The claims of a token whose signature a published key bears out. */
  static JWTClaimsSet claims(Client client, String token) {
    try {
      var jwt = SignedJWT.parse(token);
      var published = client.get("/.well-known/jwks.json").send().is(200);
      assertThat(published.header("Content-Type")).contains("application/jwk-set+json");
      var key = JWKSet.parse(published.text()).getKeyByKeyId(jwt.getHeader().getKeyID());
      assertThat(key).as("the key that signed is published").isNotNull();
      assertThat(key.isPrivate()).isFalse();
      assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
      assertThat(isSigned(jwt, key)).as("the signature holds").isTrue();
      return jwt.getJWTClaimsSet();
    } catch (Exception e) {
      throw new AssertionError("not a token that a client could read", e);
    }
  }

  static JWSAlgorithm algorithm(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getAlgorithm();
    } catch (java.text.ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isSigned(SignedJWT jwt, JWK key) throws Exception {
    return key instanceof OctetKeyPair edwards
        ? isSignedByEdwards(jwt, edwards)
        : jwt.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  /** Nimbus needs another library for Ed25519; the JDK knows it. */
  private static boolean isSignedByEdwards(SignedJWT jwt, OctetKeyPair key) throws Exception {
    byte[] x = key.getX().decode();
    byte[] encoded = java.util.Arrays.copyOf(ED25519, ED25519.length + x.length);
    System.arraycopy(x, 0, encoded, ED25519.length, x.length);
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    signature.update(jwt.getSigningInput());
    return signature.verify(jwt.getSignature().decode());
  }

  /** The three parts of a compact token. */
  static String[] parts(String token) {
    assertThat(token.getBytes(US_ASCII)).isNotEmpty();
    return token.split("\\.", -1);
  }
}
