package dev.annals.session;

import dev.annals.crypto.SecretHash;
import java.time.Instant;

/**
 * The refresh token that goes with an access token.
 *
 * @param generation 0 for the one that the sign-in gave, one more with each refresh
 */
public record RefreshGrant(int generation, SecretHash hash, Instant expiresAt) {}
