package dev.annals.token;

import dev.annals.account.AccountId;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionId;
import java.time.Duration;
import java.time.Instant;

/** What an access token of ours says; times are in whole seconds, as in the token. */
public record AccessClaims(AccessGrant grant, AccountId account, SessionId session) {

  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  /** Issued by then and not yet expired; the issuing clock may be a minute ahead of this one. */
  public boolean timelyAt(Instant now) {
    return grant.expiresAt().isAfter(grant.issuedAt())
        && now.isBefore(grant.expiresAt())
        && !grant.issuedAt().isAfter(now.plus(CLOCKS_APART));
  }

  /** Issued by whom we trust, for us (RFC 9068, section 4). */
  public boolean isFor(Recipient recipient) {
    return grant.issuer().equals(recipient.issuer())
        && grant.audience().equals(recipient.audience());
  }
}
