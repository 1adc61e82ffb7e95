package dev.annals.command.federation;

import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody whose tokens we take.
 *
 * @param audience must be among those that a token is for
 * @param clientId the one program that people may have signed in with there; any if empty
 * @param allowedSubjects who may sign in, with an account opened at the first time; if empty,
 *     whoever is linked already
 */
public record TrustedIssuer(
    Issuer issuer,
    URI jwksUri,
    String audience,
    Optional<String> clientId,
    Set<Subject> allowedSubjects) {
  public TrustedIssuer {
    var url = SafeUrl.parse("issuer", issuer.value());
    if (url.getRawQuery() != null) {
      throw new IllegalArgumentException("issuer: must have no query");
    }
    var _ = SafeUrl.parse("jwks-uri", jwksUri.toString());
    if (audience.isBlank()) {
      throw new IllegalArgumentException("audience: must be set");
    }
    allowedSubjects = Set.copyOf(allowedSubjects);
  }

  /** Host and port, as Auth0 calls a tenant. */
  public String domain() {
    return URI.create(issuer.value()).getRawAuthority();
  }

  public boolean admits(Subject subject) {
    return allowedSubjects.isEmpty() || allowedSubjects.contains(subject);
  }

  /** Whether somebody admitted who is not linked yet gets an account. */
  public boolean opensAccounts() {
    return !allowedSubjects.isEmpty();
  }
}
