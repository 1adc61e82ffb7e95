package dev.annals.crypto;

import java.util.Collection;
import java.util.stream.Collectors;

/** The document by which others verify our tokens (RFC 7517, section 5). */
public final class JwkSet {
  private JwkSet() {}

  /** In the order given; nothing but public keys can be in it. */
  public static String of(Collection<VerificationKey> keys) {
    return keys.stream()
        .map(VerificationKey::jwk)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }
}
