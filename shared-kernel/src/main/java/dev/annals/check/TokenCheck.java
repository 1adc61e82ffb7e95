package dev.annals.check;

import dev.annals.account.Role;
import dev.annals.client.ApiKey;
import dev.annals.client.KeyKind;
import dev.annals.history.ApiKeys;
import dev.annals.history.Histories;
import dev.annals.history.Holders;
import dev.annals.history.Rights;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.AccessGrant;
import dev.annals.token.AccessClaims;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.Recipient;
import dev.annals.token.Standing.Live;
import dev.annals.token.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Whether a token or a key is good now: its signature, its times, and what history says of it. */
public final class TokenCheck {
  private final Histories histories;
  private final SigningKeys keys;
  private final Recipient recipient;
  private final InstantSource clock;

  public TokenCheck(
      Histories histories, SigningKeys keys, Recipient recipient, InstantSource clock) {
    this.histories = histories;
    this.keys = keys;
    this.recipient = recipient;
    this.clock = clock;
  }

  /** The same check by what this history says. */
  TokenCheck in(Histories other) {
    return new TokenCheck(other, keys.in(other), recipient, clock);
  }

  /** An access token that is good, with the session it belongs to. */
  public record Good(AccessClaims claims, Live live, Set<Role> roles) {}

  /** Who tokens must be for. */
  public Recipient recipient() {
    return recipient;
  }

  /** Empty unless the bearer token (RFC 6750) or API key is good at this moment. */
  public Optional<Bearer> recognise(String bearer) {
    return bearer.startsWith("ank_") ? machine(bearer) : good(bearer).map(TokenCheck::person);
  }

  /** Whose token it was, if it is ours and in time, even though history has ended it. */
  public Optional<Bearer> remember(String bearer) {
    return authentic(bearer)
        .map(claims ->
            new Bearer.Person(
                claims.account(), Set.of(), claims.session(), claims.grant().jti(), true));
  }

  /** Empty for whatever is not a good access token of ours. */
  public Optional<Good> good(String accessToken) {
    return authentic(accessToken).flatMap(this::living);
  }

  /** Signed by us, for us, and in time; history may have ended it all the same. */
  public Optional<AccessClaims> authentic(String accessToken) {
    var now = clock.instant();
    return keys.signed(accessToken, now)
        .filter(claims -> claims.isFor(recipient))
        .filter(claims -> claims.timelyAt(now));
  }

  private Optional<Good> living(AccessClaims claims) {
    var ref = new Ref(claims.session(), claims.account());
    Session session = histories.recently().current(Sessions.STREAM, ref);
    var verdict = session.standing().judge(claims.grant().jti(), clock.instant());
    return verdict == Verdict.GOOD && session.standing() instanceof Live live
        ? Optional.of(new Good(claims, live, session.roles()))
        : Optional.empty();
  }

  private static Bearer person(Good good) {
    return new Bearer.Person(
        good.claims().account(),
        good.roles(),
        good.claims().session(),
        good.claims().grant().jti(),
        good.claims().grant().scope().equals(AccessGrant.RESTRICTED_SCOPE));
  }

  private Optional<Bearer> machine(String text) {
    return ApiKeySecret.parse(text).flatMap(this::machine);
  }

  private Optional<Bearer> machine(ApiKeySecret secret) {
    ApiKey key = histories.current(ApiKeys.STREAM, secret.key());
    if (!key.accepts(secret.hash(), clock.instant())
        || !(key instanceof ApiKey.Usable usable)
        || usable.kind() != KeyKind.API_KEY) {
      return Optional.empty();
    }
    return histories
        .recently()
        .current(Holders.STREAM, usable.account())
        .filter(Rights::areUsable)
        .map(rights -> new Bearer.Machine(usable.account(), rights.roles(), usable.key()));
  }
}
