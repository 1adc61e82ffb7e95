package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The public keys of somebody else, to verify that somebody's tokens with (RFC 7517, RFC 7515). */
public final class TrustedKeys {
  /** Longer tokens are not looked at. */
  public static final int LONGEST = 16 * 1024;

  private static final int MOST_KEYS = 64;
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

  private final Map<String, TrustedKey> keys;

  private TrustedKeys(Map<String, TrustedKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** What a signature was found to be. */
  public sealed interface Verification {
    /** Signed by one of these keys, to the byte. */
    @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
    record Verified(byte[] payload) implements Verification {}

    /** It names a key that is not here; perhaps the issuer has a new one. */
    record UnknownKey() implements Verification {}

    /** Not a token that we take, whatever keys there may be. */
    record Refused() implements Verification {}
  }

  /**
   * Reads a JWK set. Keys for other purposes and of kinds that we do not use are passed over, and
   * so are weak ones and any that are not public.
   *
   * @throws IllegalArgumentException when it is no JWK set, or names two of its keys alike
   */
  public static TrustedKeys parse(String jwks) {
    var found = new HashMap<String, TrustedKey>();
    for (Object entry : entries(jwks)) {
      usable(entry)
          .ifPresent(key -> {
            if (found.put(key.kid(), key) != null) {
              throw new IllegalArgumentException("two keys of this JWK set have the same kid");
            }
          });
    }
    return new TrustedKeys(found);
  }

  private static Collection<?> entries(String jwks) {
    if (Json.object(jwks.getBytes(StandardCharsets.UTF_8)).map(set -> set.get("keys")).orElse(null)
        instanceof List<?> entries) {
      if (entries.size() > MOST_KEYS) {
        throw new IllegalArgumentException("a JWK set has at most " + MOST_KEYS + " keys here");
      }
      return entries;
    }
    throw new IllegalArgumentException("not a JWK set");
  }

  @SuppressWarnings("unchecked") // names of JSON are strings
  private static Optional<TrustedKey> usable(Object entry) {
    return entry instanceof Map<?, ?> jwk
        ? TrustedKey.read((Map<String, ?>) jwk)
        : Optional.empty();
  }

  /**
   * Verifies a compact JWS. The key decides how; the header must agree (RFC 8725, section 3.1). A
   * key or a reference to one inside the header is not looked at, and {@code crit} is refused.
   */
  public Verification verify(String compact) {
    return compact.length() > LONGEST
        ? new Verification.Refused()
        : Parts.cut(compact).map(this::verify).orElseGet(Verification.Refused::new);
  }

  private Verification verify(Parts parts) {
    var key = keys.get(parts.header().kid());
    if (key == null) {
      return new Verification.UnknownKey();
    }
    return key.algorithm() == parts.header().alg()
            && key.check().verifies(parts.signed(), parts.signature())
        ? new Verification.Verified(parts.payload())
        : new Verification.Refused();
  }

  /** A compact JWS, taken apart and not believed. */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Parts(Header header, byte[] payload, byte[] signature, byte[] signed) {
    static Optional<Parts> cut(String compact) {
      String[] parts = compact.split("\\.", -1);
      return parts.length == 3
          ? Base64Url.decode(parts[0])
              .flatMap(Json::object)
              .flatMap(Header::read)
              .flatMap(header -> cut(header, parts))
          : Optional.empty();
    }

    private static Optional<Parts> cut(Header header, String[] parts) {
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      return Base64Url.decode(parts[1])
          .flatMap(payload ->
              Base64Url.decode(parts[2])
                  .map(signature -> new Parts(header, payload, signature, signed)));
    }
  }

  private record Header(String kid, TrustedAlgorithm alg) {
    static Optional<Header> read(Map<String, Object> header) {
      return header.get("kid") instanceof String kid
              && header.get("alg") instanceof String alg
              && !header.containsKey("crit")
              && isTokenType(header)
          ? TrustedAlgorithm.ofJwa(alg).map(known -> new Header(kid, known))
          : Optional.empty();
    }

    /** Media types are without case and may leave {@code application/} out (RFC 7515, 4.1.9). */
    private static boolean isTokenType(Map<String, Object> header) {
      if (!header.containsKey("typ")) {
        return true;
      }
      return header.get("typ") instanceof String typ
          && TYPES.contains(typ.toLowerCase(Locale.ROOT).replaceFirst("^application/", ""));
    }
  }
}
