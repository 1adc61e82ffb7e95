package dev.annals.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.SecretHash;
import dev.annals.crypto.VerificationKey;
import dev.annals.token.AccessClaims;
import dev.annals.token.AccessToken;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Access tokens whose signature was found to be ours. That never changes, and finding it out costs
 * more than all else that a check does; whether the key is still believed is asked every time.
 */
final class VerifiedTokens {
  private static final long MOST = 20_000;

  private final Cache<SecretHash, AccessClaims> known =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * What a token says, if one of {@code keys} has signed it.
   *
   * @param keys those that are believed now
   */
  Optional<AccessClaims> claims(String token, Function<KeyId, Optional<VerificationKey>> keys) {
    var hash = SecretHash.of(token.getBytes(StandardCharsets.UTF_8));
    var claims = known.getIfPresent(hash);
    if (claims != null) {
      return keys.apply(claims.grant().kid()).map(_ -> claims);
    }
    var verified = AccessToken.recognise(token, keys);
    verified.ifPresent(fresh -> known.put(hash, fresh));
    return verified;
  }
}
