package dev.annals.session;

import dev.annals.account.Role;
import dev.annals.crypto.KeyId;
import java.time.Instant;
import java.util.List;

/**
 * All that an access token says, so that its bytes can be derived again.
 *
 * @param audience {@code aud} (RFC 7519, section 4.1.3)
 * @param clientId {@code client_id} (RFC 9068, section 2.2)
 * @param scope space-separated (RFC 6749, section 3.3)
 */
public record AccessGrant(
    TokenId jti,
    KeyId kid,
    String issuer,
    String audience,
    String clientId,
    String scope,
    List<Role> roles,
    Instant issuedAt,
    Instant expiresAt) {
  /** May do whatever the account may. */
  public static final String FULL_SCOPE = "account";

  /** May change the password, and nothing else. */
  public static final String RESTRICTED_SCOPE = "change-password";

  public AccessGrant {
    roles = List.copyOf(roles);
  }
}
