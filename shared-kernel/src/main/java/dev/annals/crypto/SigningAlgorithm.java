package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How tokens are signed; deterministic ones only, so that a token's bytes can be derived again. The
 * names are those of RFC 7518 and RFC 8037.
 */
public enum SigningAlgorithm {
  EDDSA("EdDSA"),
  RS256("RS256");

  private final String jwa;

  SigningAlgorithm(String jwa) {
    this.jwa = jwa;
  }

  @JsonCreator
  public static SigningAlgorithm ofJwa(String jwa) {
    for (var algorithm : values()) {
      if (algorithm.jwa.equals(jwa)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("must be EdDSA or RS256");
  }

  /** The {@code alg} header. */
  @JsonValue
  public String jwa() {
    return jwa;
  }
}
