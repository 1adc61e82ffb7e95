package dev.annals.session;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import java.time.Instant;

/**
 * A token of a foreign family, which says what that family's contract wants and not what ours does.
 *
 * @param kid the shared key that signed it
 * @param payload the JWT's payload to the byte, sealed as data of the account
 * @param hash of the whole token, keyed: what proves it once the person is forgotten
 */
public record ForeignGrant(
    TokenId jti,
    KeyId kid,
    TokenUse use,
    Instant issuedAt,
    Instant expiresAt,
    Sealed payload,
    SecretHash hash) {}
