package dev.annals.command.app;

import dev.annals.command.federation.TrustedIssuer;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One issuer whose tokens are taken, under {@code annals.federation.issuers}.
 *
 * @param domain a tenant of Auth0: makes issuer and jwksUri where they are absent
 * @param issuer the {@code iss} of its tokens, to the letter
 * @param jwksUri where its keys are; by default {@code .well-known/jwks.json} below the issuer
 */
public record IssuerSettings(
    @Nullable String domain,
    @Nullable String issuer,
    @Nullable String jwksUri,
    @Nullable String audience,
    @Nullable String clientId,
    @DefaultValue List<String> allowedSubjects) {
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  TrustedIssuer trusted() {
    var name = issuerUrl();
    var keys = jwksUri == null || jwksUri.isBlank() ? below(name) : jwksUri;
    return new TrustedIssuer(
        named("issuer", () -> new Issuer(name)),
        named("jwks-uri", () -> URI.create(keys)),
        audience == null ? "" : audience,
        Optional.ofNullable(clientId).filter(id -> !id.isBlank()),
        named(
            "allowed-subjects",
            () -> allowedSubjects.stream().map(Subject::new).collect(Collectors.toSet())));
  }

  private String issuerUrl() {
    if (issuer != null && !issuer.isBlank()) {
      return issuer;
    }
    if (domain == null || !DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException("domain: must be a host name, unless issuer is set");
    }
    return "https://" + domain + "/";
  }

  private static String below(String issuer) {
    return issuer + (issuer.endsWith("/") ? "" : "/") + ".well-known/jwks.json";
  }

  private static <T> T named(String setting, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException(setting + ": has a value that cannot be meant");
    }
  }
}
