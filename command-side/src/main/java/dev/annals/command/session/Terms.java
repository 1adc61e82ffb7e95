package dev.annals.command.session;

import dev.annals.account.Role;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.SecretHash;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.AccessGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What the next pair of tokens will say, settled before the decision because it takes randomness
 * and the current signing key.
 *
 * @param generation of the refresh token whose hash this is
 */
public record Terms(
    TokenId jti, KeyId kid, Issuing issuing, int generation, SecretHash refreshHash, Instant at)
    implements Issuance {

  /** What is the same for all tokens: settings. */
  public record Issuing(
      String issuer,
      String audience,
      String clientId,
      Duration accessLifetime,
      Duration refreshLifetime,
      Duration sessionLifetime) {}

  @Override
  public Instant sessionExpiry() {
    return at.truncatedTo(ChronoUnit.SECONDS).plus(issuing.sessionLifetime());
  }

  @Override
  public boolean letsChangePassword() {
    return true;
  }

  /** No token outlives its session. JWT times are whole seconds. */
  @Override
  public TokensIssued issue(
      Ref ref, Collection<Role> roles, boolean restricted, Instant sessionExpiry) {
    var issuedAt = at.truncatedTo(ChronoUnit.SECONDS);
    var access =
        new AccessGrant(
            jti,
            kid,
            issuing.issuer(),
            issuing.audience(),
            issuing.clientId(),
            restricted ? AccessGrant.RESTRICTED_SCOPE : AccessGrant.FULL_SCOPE,
            restricted ? List.of() : sorted(roles),
            issuedAt,
            earlier(issuedAt.plus(issuing.accessLifetime()), sessionExpiry));
    var refreshExpiry = earlier(issuedAt.plus(issuing.refreshLifetime()), sessionExpiry);
    var refresh = new RefreshGrant(generation, refreshHash, refreshExpiry);
    return new TokensIssued(ref.session(), ref.account(), access, refresh, at);
  }

  private static List<Role> sorted(Collection<Role> roles) {
    return roles.stream().sorted(Comparator.comparing(Role::value)).toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
