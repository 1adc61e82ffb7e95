package dev.annals.crypto;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How others sign tokens that we take (RFC 7518, RFC 8037). A key is good for one algorithm, which
 * its kind decides; what a token's header says can only agree.
 */
enum TrustedAlgorithm {
  RS256("RS256", "RSA", List.of("n", "e")),
  ES256("ES256", "EC", List.of("x", "y")),
  EDDSA("EdDSA", "OKP", List.of("x"));

  private final String jwa;
  private final String kty;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of strings
  private final List<String> coordinates;

  TrustedAlgorithm(String jwa, String kty, List<String> coordinates) {
    this.jwa = jwa;
    this.kty = kty;
    this.coordinates = coordinates;
  }

  static Optional<TrustedAlgorithm> ofJwa(Object jwa) {
    for (var algorithm : values()) {
      if (algorithm.jwa.equals(jwa)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** By type and curve; empty for kinds of keys that we take no tokens of. */
  static Optional<TrustedAlgorithm> ofKind(Map<String, ?> jwk) {
    for (var algorithm : values()) {
      if (algorithm.kty.equals(jwk.get("kty")) && algorithm.hasCurveOf(jwk)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  private boolean hasCurveOf(Map<String, ?> jwk) {
    return switch (this) {
      case RS256 -> true;
      case ES256 -> "P-256".equals(jwk.get("crv"));
      case EDDSA -> "Ed25519".equals(jwk.get("crv"));
    };
  }

  String jwa() {
    return jwa;
  }

  /** The members of a JWK that make the public key, beside its type and curve. */
  List<String> coordinates() {
    return coordinates;
  }

  /**
   * Refuses weak keys.
   *
   * @throws IllegalArgumentException when the key is one under which others could sign
   */
  SignatureCheck check(PublicKey key) {
    return switch (this) {
      case RS256 -> rsa(key);
      case ES256 -> Ecdsa.check(key);
      case EDDSA -> Edwards.check(key);
    };
  }

  private static SignatureCheck rsa(PublicKey key) {
    if (SigningAlgorithm.RS256.suits(key)) {
      return Rsa.check(key);
    }
    throw new IllegalArgumentException("an RSA key of less than 2048 bits");
  }
}
