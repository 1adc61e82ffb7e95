package dev.annals.crypto;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.io.Parser;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.PublicJwk;
import java.security.PublicKey;
import java.util.TreeMap;

/** A public key as we publish it, to verify tokens with. */
public final class VerificationKey {
  private static final Parser<Jwk<?>> PARSER = Jwks.parser().json(new Json()).build();

  private final KeyId kid;
  private final SigningAlgorithm algorithm;
  private final SignatureCheck check;
  private final String jwk;

  private VerificationKey(KeyId kid, SigningAlgorithm algorithm, SignatureCheck check, String jwk) {
    this.kid = kid;
    this.algorithm = algorithm;
    this.check = check;
    this.jwk = jwk;
  }

  static VerificationKey of(SigningAlgorithm algorithm, PublicKey key) {
    if (!algorithm.suits(key)) {
      throw new IllegalArgumentException("not a key for " + algorithm.jwa());
    }
    SignatureCheck check = algorithm.check(key);
    PublicJwk<PublicKey> jwk =
        Jwks.builder()
            .key(key)
            .algorithm(algorithm.jwa())
            .publicKeyUse("sig")
            .idFromThumbprint()
            .build();
    return new VerificationKey(
        new KeyId(jwk.getId()), algorithm, check, Json.canonical(new TreeMap<>(jwk)));
  }

  /** Reads a JWK (RFC 7517, RFC 8037), which must be one that we could have written. */
  public static VerificationKey fromJwk(String text) {
    if (parsed(text) instanceof PublicJwk<?> jwk) {
      VerificationKey key = of(algorithm(jwk), jwk.toKey());
      if (key.kid.value().equals(jwk.getId())) {
        return key;
      }
      throw new IllegalArgumentException("this JWK's kid is not its thumbprint");
    }
    throw new IllegalArgumentException("not a public key's JWK");
  }

  private static Jwk<?> parsed(String text) {
    try {
      return PARSER.parse(text);
    } catch (JwtException | IllegalArgumentException _) {
      // The cause may quote the text, which may be a private key that strayed here.
      throw new IllegalArgumentException("not a JWK");
    }
  }

  private static SigningAlgorithm algorithm(Jwk<?> jwk) {
    for (SigningAlgorithm candidate : SigningAlgorithm.values()) {
      if (candidate.jwa().equals(jwk.getAlgorithm())) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("not a JWK for an algorithm that we sign with");
  }

  /** Its thumbprint (RFC 7638). */
  public KeyId kid() {
    return kid;
  }

  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  /** The JWK, its members in alphabetical order, without white space. */
  public String jwk() {
    return jwk;
  }

  boolean verifies(byte[] message, byte[] signature) {
    return check.verifies(message, signature);
  }

  @Override
  public String toString() {
    return jwk;
  }
}
