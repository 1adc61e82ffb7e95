package dev.annals.query.random;

import dev.annals.account.Role;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing.Live;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What happens in sessions that go on. */
final class Tokens {
  private static final Duration ACCESS = Duration.ofMinutes(10);
  private static final Duration REFRESH = Duration.ofDays(2);

  private final World world;

  Tokens(World world) {
    this.world = world;
  }

  /** Further tokens, or the first. */
  void issue(Person person, SessionId session, Instant at) {
    var live = person.sessions.get(session);
    if (live == null) {
      return;
    }
    tell(
        person,
        session,
        live.family().equals(Family.ANNALS) ? own(person, live, at) : foreign(live, at));
  }

  private TokensIssued own(Person person, Live live, Instant at) {
    var issuedAt = at.truncatedTo(ChronoUnit.SECONDS);
    List<Role> roles = live.passwordChangeRequired() ? List.of() : person.roles();
    int generation = live.refresh().map(refresh -> refresh.generation() + 1).orElse(0);
    var access =
        new AccessGrant(
            new TokenId(world.uuid(at)),
            world.kid(),
            "https://annals.example",
            "https://annals.example",
            "annals",
            live.passwordChangeRequired() ? "change-password" : "account",
            roles,
            issuedAt,
            earlier(issuedAt.plus(ACCESS), live.expiresAt()));
    var refresh =
        new RefreshGrant(
            generation, world.secret(), earlier(issuedAt.plus(REFRESH), live.expiresAt()));
    return new TokensIssued(live.session(), live.account(), access, refresh, at);
  }

  /** Some families give a refresh token each time, some only the first time, some never. */
  private ForeignTokensIssued foreign(Live live, Instant at) {
    boolean first = live.tokens().isEmpty();
    boolean refreshing =
        switch (live.family().value()) {
          case "harbour" -> true;
          case "meadow" -> first;
          default -> false;
        };
    var access = grant(live, TokenUse.ACCESS, Duration.ofHours(1), at);
    var tokens =
        refreshing
            ? List.of(access, grant(live, TokenUse.REFRESH, Duration.ofDays(10), at))
            : List.of(access);
    return new ForeignTokensIssued(live.session(), live.account(), tokens, at);
  }

  private ForeignGrant grant(Live live, TokenUse use, Duration lifetime, Instant at) {
    var issuedAt = at.truncatedTo(ChronoUnit.SECONDS);
    return new ForeignGrant(
        new TokenId(world.uuid(at)),
        world.kid(),
        use,
        issuedAt,
        earlier(issuedAt.plus(lifetime), live.expiresAt()),
        world.seal(live.account(), "foreign-token", "{\"sub\":\"somebody\",\"iat\":1735689600}"),
        world.secret());
  }

  /** With a refresh token that is good, our own or a family's; else nothing happens. */
  void refresh(Person person, Instant at) {
    var live = person.live(at);
    if (!live.isEmpty()) {
      refresh(person, world.oneOf(live), at);
    }
  }

  /** A program gone wild. */
  void storm(Person person, Instant first) {
    var live = person.live(first);
    if (live.isEmpty()) {
      return;
    }
    var session = world.oneOf(live).session();
    var at = first;
    for (int i = 60 + world.random.nextInt(120); i > 0; i--) {
      var now = at;
      Optional.ofNullable(person.sessions.get(session)).ifPresent(s -> refresh(person, s, now));
      at = world.later(Duration.ofSeconds(1));
    }
  }

  private void refresh(Person person, Live live, Instant at) {
    boolean good =
        at.isBefore(live.expiresAt())
            && (live.refresh().stream().anyMatch(grant -> at.isBefore(grant.expiresAt()))
                || live.tokens().stream()
                    .anyMatch(token ->
                        token.use() == TokenUse.REFRESH && at.isBefore(token.expiresAt())));
    if (good) {
      request(person, live, at);
      issue(person, live.session(), at);
    }
  }

  /** A refresh token that was spent is shown again. */
  void reuse(Person person, Instant at) {
    for (var live : person.live(at)) {
      if (live.refresh().stream().anyMatch(grant -> grant.generation() > 0)) {
        request(person, live, at);
        int old = live.refresh().orElseThrow().generation() - 1;
        world.emit(new RefreshTokenReused(live.session(), live.account(), old, at));
        end(person, live, EndReason.REFRESH_TOKEN_REUSED, at);
        return;
      }
    }
  }

  /** One access token is revoked, and its session with it if it has no other. */
  void revokeToken(Person person, Instant at) {
    for (var live : person.live(at)) {
      var good = live.tokens().stream().filter(token -> at.isBefore(token.expiresAt())).toList();
      if (!good.isEmpty()) {
        request(person, live, at);
        tell(
            person,
            live.session(),
            new AccessTokenRevoked(live.session(), live.account(), world.oneOf(good).jti(), at));
        if (live.refresh().isEmpty() && live.tokens().size() == 1) {
          end(person, live, EndReason.REVOKED, at);
        }
        return;
      }
    }
  }

  void signOut(Person person, Instant at) {
    var live = person.live(at);
    if (!live.isEmpty()) {
      var session = world.oneOf(live);
      request(person, session, at);
      end(person, session, world.chance(0.8) ? EndReason.SIGNED_OUT : EndReason.REVOKED, at);
    }
  }

  private void request(Person person, Live live, Instant at) {
    world.request(person.actor(), Optional.of(person.account), live.family().value(), at);
  }

  private void end(Person person, Live live, EndReason reason, Instant at) {
    tell(person, live.session(), new SessionEnded(live.session(), live.account(), reason, at));
  }

  private void tell(Person person, SessionId session, Event event) {
    world.emit(event);
    person.fold(session, event);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
