package dev.annals.token;

import dev.annals.account.AccountId;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens in Ada's session, and how it stands after that. */
final class Lived {
  static final AccountId ADA = new AccountId(new UUID(0, 1));
  static final SessionId SESSION = new SessionId(new UUID(0, 2));
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final Instant EVENING = NOON.plus(Duration.ofHours(8));
  static final Sealed VERIFIER = new Sealed("account:" + ADA + "/AA");
  static final SessionStarted STARTED = started(Family.ANNALS, false);

  private Lived() {}

  static Standing after(Event... history) {
    Standing standing = new Standing.Unknown();
    for (var event : history) {
      standing = Standing.evolve(standing, event);
    }
    return standing;
  }

  static SessionStarted started(Family family, boolean restricted) {
    return new SessionStarted(
        SESSION, ADA, family, SignInMethod.PASSWORD, EVENING, restricted, NOON);
  }

  static ForeignTokensIssued foreign(ForeignGrant... grants) {
    return new ForeignTokensIssued(SESSION, ADA, List.of(grants), NOON);
  }

  static ForeignGrant grant(int jti, TokenUse use, long seconds) {
    var hash = new SecretHash("A".repeat(43));
    return new ForeignGrant(
        jti(jti), new KeyId("k"), use, NOON, NOON.plusSeconds(seconds), VERIFIER, hash);
  }

  static TokensIssued issued(int number, Instant at) {
    var access =
        new AccessGrant(
            jti(number), new KeyId("k"), "i", "a", "c", "s", List.of(), at, at.plusSeconds(600));
    return new TokensIssued(SESSION, ADA, access, refresh(number), at);
  }

  static RefreshGrant refresh(int generation) {
    return new RefreshGrant(generation, new SecretHash("C".repeat(43)), EVENING);
  }

  static TokenId jti(int number) {
    return new TokenId(new UUID(7, number));
  }
}
