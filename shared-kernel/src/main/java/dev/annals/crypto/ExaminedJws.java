package dev.annals.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A compact JWS in the eyes of somebody who wants to know what is wrong with it, not whether to let
 * it in: what its header says counts for nothing but to find the key, and what its payload says is
 * only as true as {@link #finding}.
 */
public final class ExaminedJws {
  private final Finding finding;
  private final Optional<KeyId> kid;
  private final byte[] payload;

  /** What there is to say of the signature. */
  public enum Finding {
    /** One of the keys has signed these very bytes. */
    SIGNED,
    WRONG_SIGNATURE,
    /** The key is known and signs otherwise (RFC 8725, section 2.1). */
    WRONG_ALGORITHM,
    UNKNOWN_KEY,
    NO_KEY_NAMED,
    /** HS256 and no key named, as the foreign families have it; nobody has verified it yet. */
    SHARED_SECRET,
    /** {@code alg} is {@code none} (RFC 7518, section 3.6). */
    UNSIGNED
  }

  private ExaminedJws(Finding finding, Optional<KeyId> kid, byte[] payload) {
    this.finding = finding;
    this.kid = kid;
    this.payload = payload;
  }

  /** Empty for whatever is no JWS at all. */
  public static Optional<ExaminedJws> of(
      String compact, Function<KeyId, Optional<VerificationKey>> keys) {
    int first = compact.indexOf('.');
    int last = compact.lastIndexOf('.');
    if (compact.length() > Jws.LONGEST
        || first == last
        || compact.indexOf('.', first + 1) != last) {
      return Optional.empty();
    }
    var header = Base64Url.decode(compact.substring(0, first)).flatMap(Json::object);
    var payload = Base64Url.decode(compact.substring(first + 1, last));
    return header.isPresent()
            && payload.isPresent()
            && header.get().get("alg") instanceof String alg
        ? Optional.of(of(header.get(), alg, payload.get(), compact, keys))
        : Optional.empty();
  }

  private static ExaminedJws of(
      Map<String, Object> header,
      String alg,
      byte[] payload,
      String compact,
      Function<KeyId, Optional<VerificationKey>> keys) {
    if (alg.equalsIgnoreCase("none")) {
      return new ExaminedJws(Finding.UNSIGNED, Optional.empty(), payload);
    }
    if (!(header.get("kid") instanceof String kid)) {
      var finding = alg.equals("HS256") ? Finding.SHARED_SECRET : Finding.NO_KEY_NAMED;
      return new ExaminedJws(finding, Optional.empty(), payload);
    }
    var key = KeyId.isValid(kid) ? keys.apply(new KeyId(kid)) : Optional.<VerificationKey>empty();
    var finding = key.map(known -> judge(known, alg, compact)).orElse(Finding.UNKNOWN_KEY);
    return new ExaminedJws(finding, key.map(VerificationKey::kid), payload);
  }

  private static Finding judge(VerificationKey key, String alg, String compact) {
    if (!key.algorithm().jwa().equals(alg)) {
      return Finding.WRONG_ALGORITHM;
    }
    int last = compact.lastIndexOf('.');
    byte[] signed = compact.substring(0, last).getBytes(StandardCharsets.US_ASCII);
    return Base64Url.decode(compact.substring(last + 1))
            .filter(signature -> key.verifies(signed, signature))
            .isPresent()
        ? Finding.SIGNED
        : Finding.WRONG_SIGNATURE;
  }

  public Finding finding() {
    return finding;
  }

  /** Which of the keys the header names, if it is one of them. */
  public Optional<KeyId> kid() {
    return kid;
  }

  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public String toString() {
    return "ExaminedJws[" + finding + "]";
  }
}
