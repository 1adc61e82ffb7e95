package dev.annals.check;

import dev.annals.account.Role;
import dev.annals.crypto.SharedKey;
import dev.annals.history.Histories;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.history.TokenOrigin;
import dev.annals.history.TokenOrigin.Issued;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing.Live;
import dev.annals.token.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a foreign family's token is good now. What it says of itself counts for nothing but to
 * find what was issued: only a token that the log knows, to the byte, can be good.
 */
public final class ForeignCheck {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Histories histories;
  private final SharedKeys keys;
  private final ForeignTokens tokens;
  private final InstantSource clock;

  public ForeignCheck(
      Histories histories, SharedKeys keys, ForeignTokens tokens, InstantSource clock) {
    this.histories = histories;
    this.keys = keys;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The same check by what this history says. */
  ForeignCheck in(Histories other) {
    return new ForeignCheck(other, keys.in(other), tokens, clock);
  }

  /** A token that is good, with the session it belongs to. */
  public record Good(Ref ref, ForeignGrant grant, Live live, Set<Role> roles) {
    /** Whose it is. */
    public Bearer.Person person() {
      return ForeignCheck.person(ref, grant, roles);
    }
  }

  private static Bearer.Person person(Ref ref, ForeignGrant grant, Set<Role> roles) {
    return new Bearer.Person(ref.account(), roles, ref.session(), grant.jti(), false);
  }

  /** Empty for whatever is not a good token of this family and use. */
  public Optional<Good> good(Family family, TokenUse use, String token) {
    return authentic(keys.believed(family, clock.instant()), token)
        .filter(issued -> issued.grant().use() == use)
        .flatMap(this::living);
  }

  /** Whose token it was, if it is in time, even though history has ended it. */
  public Optional<Bearer.Person> remember(Family family, TokenUse use, String token) {
    return authentic(keys.believed(family, clock.instant()), token)
        .filter(issued -> issued.grant().use() == use)
        .filter(issued -> clock.instant().isBefore(issued.grant().expiresAt()))
        .map(issued -> person(issued.ref(), issued.grant(), Set.of()));
  }

  /** Empty for whatever is not a good token of one of the families. */
  public Optional<Good> good(String token) {
    return authentic(token).flatMap(this::living);
  }

  /** Issued by us and signed by a key that is still believed; history may have ended it. */
  public Optional<Issued> authentic(String token) {
    return authentic(keys.believed(clock.instant()), token);
  }

  private Optional<Issued> authentic(Stream<SharedKey> believed, String token) {
    return believed
        .flatMap(key -> key.verify(token).stream())
        .findFirst()
        .flatMap(ForeignCheck::jti)
        .flatMap(jti -> histories.recently().current(TokenOrigin.STREAM, jti).issued())
        .filter(issued -> issued.grant().hash().matches(tokens.hash(token)));
  }

  private Optional<Good> living(Issued issued) {
    var session = histories.recently().current(Sessions.STREAM, issued.ref());
    var verdict = session.standing().judge(issued.grant().jti(), clock.instant());
    return verdict == Verdict.GOOD && session.standing() instanceof Live live
        ? Optional.of(new Good(issued.ref(), issued.grant(), live, session.roles()))
        : Optional.empty();
  }

  private static Optional<TokenId> jti(String payload) {
    try {
      var jti = JSON.readTree(payload).path("jti").asString("");
      return Optional.of(new TokenId(UUID.fromString(jti)));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
