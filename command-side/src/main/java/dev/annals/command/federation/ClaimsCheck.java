package dev.annals.command.federation;

import dev.annals.federation.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a signed token must say to be good here and now (RFC 7519, section 4.1; RFC 8725). Where a
 * client id is set, {@code azp} and {@code client_id}, if the token has them, must be that one.
 */
record ClaimsCheck(TrustedIssuer trusted, Instant now) {
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  /** Why the token is not good; what it says is not repeated. */
  Optional<String> objection(Claims claims) {
    if (!claims.text("iss").equals(Optional.of(trusted.issuer().value()))) {
      return Optional.of("The token is of another issuer.");
    }
    if (!claims.includes("aud", trusted.audience())) {
      return Optional.of("The token is for another audience.");
    }
    if (!isOfClient(claims, "azp") || !isOfClient(claims, "client_id")) {
      return Optional.of("The token is of another client.");
    }
    if (claims.text("sub").filter(Subject::isValid).isEmpty()) {
      return Optional.of("The token names no subject.");
    }
    return untimely(claims);
  }

  private Optional<String> untimely(Claims claims) {
    var expiry = claims.seconds("exp");
    if (expiry.isEmpty()) {
      return Optional.of("The token does not say when it expires.");
    }
    if (expiry.get().compareTo(seconds(now.minus(LEEWAY))) <= 0) {
      return Optional.of("The token has expired.");
    }
    return hasBegun(claims, "nbf") && hasBegun(claims, "iat")
        ? Optional.empty()
        : Optional.of("The token is not good yet.");
  }

  private boolean isOfClient(Claims claims, String name) {
    return trusted.clientId().isEmpty()
        || !claims.has(name)
        || claims.text(name).equals(trusted.clientId());
  }

  private boolean hasBegun(Claims claims, String name) {
    var limit = seconds(now.plus(LEEWAY));
    return !claims.has(name)
        || claims.seconds(name).filter(time -> time.compareTo(limit) <= 0).isPresent();
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }
}
