package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Compact JWS (RFC 7515, section 7.1) with one header of ours: {@code typ}, {@code kid} and {@code
 * alg}, in that order. The same key and payload always give the same token.
 */
public final class Jws {
  /** Longer texts are not looked at. */
  public static final int LONGEST = 8192;

  private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+/-]{1,64}");

  private Jws() {}

  public static String sign(SigningKey key, String typ, byte[] payload) {
    if (!MEDIA_TYPE.matcher(typ).matches()) {
      throw new IllegalArgumentException("not a media type");
    }
    String header =
        """
        {"typ":"%s","kid":"%s","alg":"%s"}\
        """
            .formatted(typ, key.kid(), key.algorithm().jwa());
    String signed =
        Base64Url.encode(header.getBytes(StandardCharsets.US_ASCII))
            + "."
            + Base64Url.encode(payload);
    String compact = signed + "." + Base64Url.encode(key.sign(ascii(signed)));
    if (compact.length() > LONGEST) {
      throw new IllegalArgumentException("a token must not be longer than " + LONGEST);
    }
    return compact;
  }

  /**
   * What a token says, or empty for whatever was not signed by one of {@code keys}. The key decides
   * how it is verified; the header must agree (RFC 8725, section 3.1). A key or a reference to one
   * inside the header is not looked at, and a {@code crit} header is refused.
   */
  public static Optional<VerifiedJws> verify(
      String compact, Function<KeyId, Optional<VerificationKey>> keys) {
    int first = compact.indexOf('.');
    int last = compact.lastIndexOf('.');
    if (compact.length() > LONGEST || first == last || compact.indexOf('.', first + 1) != last) {
      return Optional.empty();
    }
    return Base64Url.decode(compact.substring(0, first))
        .flatMap(Json::object)
        .flatMap(JwsHeader::read)
        .flatMap(header -> verify(header, compact, keys));
  }

  private static Optional<VerifiedJws> verify(
      JwsHeader header, String compact, Function<KeyId, Optional<VerificationKey>> keys) {
    int last = compact.lastIndexOf('.');
    Optional<byte[]> payload = Base64Url.decode(compact.substring(compact.indexOf('.') + 1, last));
    Optional<byte[]> signature = Base64Url.decode(compact.substring(last + 1));
    if (payload.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    byte[] signed = ascii(compact.substring(0, last));
    return keys.apply(header.kid())
        .filter(key -> key.algorithm().jwa().equals(header.alg()))
        .filter(key -> key.verifies(signed, signature.get()))
        .map(key -> new VerifiedJws(key.kid(), header.typ(), payload.get()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private record JwsHeader(String typ, KeyId kid, String alg) {
    static Optional<JwsHeader> read(Map<String, Object> header) {
      return header.get("typ") instanceof String typ
              && header.get("kid") instanceof String kid
              && header.get("alg") instanceof String alg
              && KeyId.isValid(kid)
              && !header.containsKey("crit")
          ? Optional.of(new JwsHeader(typ, new KeyId(kid), alg))
          : Optional.empty();
    }
  }
}
