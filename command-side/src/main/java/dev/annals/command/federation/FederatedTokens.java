package dev.annals.command.federation;

import dev.annals.crypto.TrustedKeys.Verification;
import dev.annals.crypto.TrustedKeys.Verification.Refused;
import dev.annals.crypto.TrustedKeys.Verification.UnknownKey;
import dev.annals.crypto.TrustedKeys.Verification.Verified;
import dev.annals.federation.FederatedSubject;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether a token proves that its bearer is somebody whom a trusted issuer vouches for. */
public final class FederatedTokens {
  private final Map<String, Trust> trusted = new LinkedHashMap<>();
  private final Duration floor;
  private final InstantSource clock;

  /**
   * Trusts these, and asks none of them for anything yet.
   *
   * @param floor the least time between two requests for an issuer's keys
   */
  public FederatedTokens(List<TrustedIssuer> issuers, Duration floor, InstantSource clock) {
    this.clock = clock;
    this.floor = floor;
    for (var issuer : issuers) {
      var keys = new IssuerKeys(new KeyFetch(issuer.jwksUri())::fetch, floor, clock);
      if (trusted.put(issuer.issuer().value(), new Trust(issuer, keys)) != null) {
        throw new IllegalArgumentException("issuer: is there twice");
      }
    }
  }

  private record Trust(TrustedIssuer issuer, IssuerKeys keys) {}

  /** What a token was found to be. */
  public sealed interface Judgement {
    /** No token, or nobody's whom we trust: somebody else may know it. */
    record NotOurs() implements Judgement {}

    /** It says that it is a trusted issuer's, and is not good. */
    record Rejected(String reason) implements Judgement {}

    /** Its issuer does not tell us its keys now; the token may be good. */
    record Unavailable() implements Judgement {}

    /** Its bearer is this person. */
    record Proven(TrustedIssuer issuer, Subject subject) implements Judgement {
      public FederatedSubject name() {
        return new FederatedSubject(issuer.issuer(), subject);
      }
    }
  }

  /** Those whom we trust, in the order of the settings. */
  public List<TrustedIssuer> issuers() {
    return trusted.values().stream().map(Trust::issuer).toList();
  }

  /** When to ask again after {@link Judgement.Unavailable}. */
  Duration floor() {
    return floor;
  }

  public boolean trusts(Issuer issuer) {
    return trusted.containsKey(issuer.value());
  }

  /** Whether a token says that it is of one of them; nothing of it is believed yet. */
  public boolean namesTrusted(String jwt) {
    return trust(jwt).isPresent();
  }

  private Optional<Trust> trust(String jwt) {
    return Claims.unverified(jwt)
        .flatMap(claims -> claims.text("iss"))
        .flatMap(issuer -> Optional.ofNullable(trusted.get(issuer)));
  }

  public Judgement judge(String jwt) {
    return trust(jwt).<Judgement>map(trust -> judge(trust, jwt)).orElseGet(Judgement.NotOurs::new);
  }

  private Judgement judge(Trust trust, String jwt) {
    return trust
        .keys()
        .verify(jwt)
        .<Judgement>map(verification -> judge(trust.issuer(), verification))
        .orElseGet(Judgement.Unavailable::new);
  }

  private Judgement judge(TrustedIssuer issuer, Verification verification) {
    return switch (verification) {
      case Verified(var payload) ->
          Claims.parse(payload)
              .map(claims -> judge(issuer, claims))
              .orElseGet(() -> new Judgement.Rejected("The token cannot be read."));
      case UnknownKey _ -> new Judgement.Rejected("The issuer has no such key.");
      case Refused _ -> new Judgement.Rejected("The signature is not the issuer's.");
    };
  }

  private Judgement judge(TrustedIssuer issuer, Claims claims) {
    return new ClaimsCheck(issuer, clock.instant())
        .objection(claims)
        .<Judgement>map(Judgement.Rejected::new)
        .orElseGet(
            () -> new Judgement.Proven(issuer, new Subject(claims.text("sub").orElseThrow())));
  }
}
