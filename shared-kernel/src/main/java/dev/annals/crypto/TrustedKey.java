package dev.annals.crypto;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.io.Parser;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.PublicJwk;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A public key of somebody whose tokens we take. */
record TrustedKey(String kid, TrustedAlgorithm algorithm, SignatureCheck check) {
  private static final Parser<Jwk<?>> PARSER = Jwks.parser().json(new Json()).build();
  private static final int LONGEST_KID = 255;

  /** What only keys have that are no public ones (RFC 7518, section 6). */
  private static final Set<String> SECRET = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** Empty for every key that is not meant, or not fit, to verify such tokens with. */
  static Optional<TrustedKey> read(Map<String, ?> jwk) {
    return jwk.get("kid") instanceof String kid
            && !kid.isEmpty()
            && kid.length() <= LONGEST_KID
            && isForSignatures(jwk)
        ? TrustedAlgorithm.ofKind(jwk)
            .filter(algorithm -> !jwk.containsKey("alg") || agrees(algorithm, jwk))
            .flatMap(algorithm -> read(kid, algorithm, jwk))
        : Optional.empty();
  }

  private static boolean isForSignatures(Map<String, ?> jwk) {
    boolean use = !jwk.containsKey("use") || "sig".equals(jwk.get("use"));
    boolean operations =
        !jwk.containsKey("key_ops")
            || (jwk.get("key_ops") instanceof Collection<?> names && names.contains("verify"));
    return use && operations && jwk.keySet().stream().noneMatch(SECRET::contains);
  }

  private static boolean agrees(TrustedAlgorithm algorithm, Map<String, ?> jwk) {
    return algorithm.jwa().equals(jwk.get("alg"));
  }

  /** Certificates and whatever else issuers put beside a key are not looked at. */
  private static Optional<TrustedKey> read(
      String kid, TrustedAlgorithm algorithm, Map<String, ?> jwk) {
    var bare = new TreeMap<String, Object>(Map.of("kty", String.valueOf(jwk.get("kty"))));
    algorithm.coordinates().forEach(name -> copy(name, jwk, bare));
    copy("crv", jwk, bare);
    try {
      return PARSER.parse(Json.canonical(bare)) instanceof PublicJwk<?> parsed
          ? Optional.of(new TrustedKey(kid, algorithm, algorithm.check(parsed.toKey())))
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException _) {
      // Not on its curve, too short, of small order, not base64url.
      return Optional.empty();
    }
  }

  private static void copy(String name, Map<String, ?> from, Map<String, Object> to) {
    if (from.get(name) instanceof String value) {
      var _ = to.put(name, value);
    }
  }
}
