package dev.annals.token;

/**
 * Who looks at a token: it must come from the issuer that we trust, and be meant for us.
 *
 * @param issuer {@code iss} (RFC 7519, section 4.1.1)
 * @param audience {@code aud} (RFC 7519, section 4.1.3)
 */
public record Recipient(String issuer, String audience) {}
