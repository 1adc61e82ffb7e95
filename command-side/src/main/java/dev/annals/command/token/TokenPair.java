package dev.annals.command.token;

import dev.annals.session.AccessGrant;
import dev.annals.session.SessionEvent.TokensIssued;
import java.time.Duration;

/** A pair of tokens as a client gets it (RFC 6749, section 5.1); lifetimes are in seconds. */
public record TokenPair(
    String accessToken,
    String tokenType,
    long expiresIn,
    String refreshToken,
    long refreshExpiresIn,
    String sessionId,
    String accountId) {

  /** What the log says was issued, with the two secrets that it does not. */
  public static TokenPair of(TokensIssued issued, String accessToken, String refreshToken) {
    AccessGrant access = issued.access();
    return new TokenPair(
        accessToken,
        "Bearer",
        Duration.between(access.issuedAt(), access.expiresAt()).toSeconds(),
        refreshToken,
        Duration.between(access.issuedAt(), issued.refresh().expiresAt()).toSeconds(),
        issued.session().toString(),
        issued.account().toString());
  }

  @Override
  public String toString() {
    return "TokenPair[" + sessionId + "]";
  }
}
