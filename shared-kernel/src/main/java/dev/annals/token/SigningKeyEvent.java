package dev.annals.token;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.event.Event;
import dev.annals.session.Family;
import java.time.Instant;

/** Everything that can happen to a signing key. */
public sealed interface SigningKeyEvent extends Event {
  KeyId kid();

  /**
   * Tokens are signed with this key from now on.
   *
   * @param publicJwk the public key as a JWK (RFC 7517), in clear
   * @param privateKey PKCS #8 in base64, sealed under the key-encryption key
   */
  record SigningKeyCreated(
      KeyId kid, SigningAlgorithm algorithm, String publicJwk, Sealed privateKey, Instant at)
      implements SigningKeyEvent {}

  /**
   * The tokens of a foreign family are signed and verified with this secret from now on.
   *
   * @param secret in base64, sealed under the key-encryption key
   */
  record SharedKeyCreated(KeyId kid, Family family, Sealed secret, Instant at)
      implements SigningKeyEvent {}

  /** Nothing is signed with this key any more; it stays published until its last token expires. */
  record SigningKeyRetired(KeyId kid, Instant publishedUntil, Instant at)
      implements SigningKeyEvent {}
}
