package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Somebody else who signs tokens, with nothing of ours but Java. */
record Foreigner(String kid, String alg, String signature, KeyPair keys) {
  static Foreigner rsa(String kid, int bits) {
    return new Foreigner(kid, "RS256", "SHA256withRSA", pair("RSA", bits));
  }

  static Foreigner p256(String kid) {
    return new Foreigner(kid, "ES256", "SHA256withECDSAinP1363Format", curve("secp256r1"));
  }

  static Foreigner p384(String kid) {
    return new Foreigner(kid, "ES256", "SHA256withECDSAinP1363Format", curve("secp384r1"));
  }

  static Foreigner edwards(String kid) {
    return new Foreigner(kid, "EdDSA", "Ed25519", pair("Ed25519", 0));
  }

  private static KeyPair pair(String type, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(type);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair curve(String name) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(name));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key's members, without a purpose. */
  Map<String, Object> jwk() {
    var jwk = new TreeMap<String, Object>(Map.of("kid", kid));
    if (keys.getPublic() instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", unsigned(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8));
      jwk.put("e", "AQAB");
    } else if (keys.getPublic() instanceof ECPublicKey point) {
      int size = point.getParams().getCurve().getField().getFieldSize();
      jwk.put("kty", "EC");
      jwk.put("crv", "P-" + size);
      jwk.put("x", unsigned(point.getW().getAffineX(), size / 8));
      jwk.put("y", unsigned(point.getW().getAffineY(), size / 8));
    } else {
      byte[] encoded = keys.getPublic().getEncoded();
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("x", Base64Url.encode(Arrays.copyOfRange(encoded, 12, 44)));
    }
    return jwk;
  }

  /** The same with another member, or another value. */
  Map<String, Object> jwk(String name, Object value) {
    var jwk = new TreeMap<>(jwk());
    jwk.put(name, value);
    return jwk;
  }

  String header() {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(alg, kid);
  }

  String token(String payload) {
    return token(header(), payload);
  }

  String token(String header, String payload) {
    String signed = Base64Url.encode(header.getBytes(UTF_8)) + "." + payloadPart(payload);
    return signed + "." + Base64Url.encode(sign(signed));
  }

  byte[] sign(String signed) {
    try {
      var own = Signature.getInstance(signature);
      own.initSign(keys.getPrivate());
      own.update(signed.getBytes(UTF_8));
      return own.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String payloadPart(String payload) {
    return Base64Url.encode(payload.getBytes(UTF_8));
  }

  private static String unsigned(BigInteger number, int size) {
    byte[] bytes = number.toByteArray();
    byte[] sized = new byte[size];
    int length = Math.min(bytes.length, size);
    System.arraycopy(bytes, bytes.length - length, sized, size - length, length);
    return Base64Url.encode(sized);
  }
}
