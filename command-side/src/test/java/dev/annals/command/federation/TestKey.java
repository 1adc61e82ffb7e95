package dev.annals.command.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** A key that an issuer signs with, with nothing of ours in it. */
public record TestKey(String kid, Kind kind, KeyPair keys) {
  /** By the names of RFC 7518, and Java's. */
  public enum Kind {
    RS256("RSA", 2048, "SHA256withRSA", "RS256"),
    ES256("EC", 256, "SHA256withECDSAinP1363Format", "ES256"),
    EDDSA("Ed25519", 255, "Ed25519", "EdDSA");

    private final String type;
    private final int size;
    private final String signature;
    private final String jwa;

    Kind(String type, int size, String signature, String jwa) {
      this.type = type;
      this.size = size;
      this.signature = signature;
      this.jwa = jwa;
    }
  }

  public static TestKey of(String kid, Kind kind) {
    try {
      var generator = KeyPairGenerator.getInstance(kind.type);
      generator.initialize(kind.size);
      return new TestKey(kid, kind, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  JWK jwk() {
    return switch (kind) {
      case RS256 -> new RSAKey.Builder((RSAPublicKey) keys.getPublic()).keyID(kid).build();
      case ES256 ->
          new ECKey.Builder(Curve.P_256, (ECPublicKey) keys.getPublic()).keyID(kid).build();
      case EDDSA ->
          new OctetKeyPair.Builder(Curve.Ed25519, raw(keys.getPublic())).keyID(kid).build();
    };
  }

  private static Base64URL raw(PublicKey key) {
    return Base64URL.encode(Arrays.copyOfRange(key.getEncoded(), 12, 44));
  }

  public String sign(String payload) {
    var header = "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(kind.jwa, kid);
    var signed = Base64URL.encode(header) + "." + Base64URL.encode(payload);
    try {
      var signature = Signature.getInstance(kind.signature);
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
