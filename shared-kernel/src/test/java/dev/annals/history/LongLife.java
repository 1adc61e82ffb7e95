package dev.annals.history;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What may happen to one session and its account, in an order that the rules allow. */
final class LongLife {
  static final AccountId ADA = new AccountId(new UUID(1, 1));
  static final SessionId SESSION = new SessionId(new UUID(2, 2));
  static final Ref REF = new Ref(SESSION, ADA);

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant EVER = NOON.plus(Duration.ofDays(10_000));
  private static final SessionId ELSEWHERE = new SessionId(new UUID(2, 3));
  private static final Sealed VERIFIER = new Sealed("account:" + ADA + "/AA");
  private static final SecretHash HASH = new SecretHash("C".repeat(43));

  private final List<Event> events = new ArrayList<>();
  private Instant now = NOON;
  private int generation;

  LongLife(boolean restricted) {
    events.add(new RoleGranted(ADA, Role.AUDITOR, now));
    begin(Family.ANNALS, restricted);
    refreshed(Duration.ofMinutes(10));
  }

  /** Moods differ in how often what happens, and in how long tokens live. */
  static LongLife random(Random random, int length) {
    var life = new LongLife(random.nextBoolean());
    int revoking = random.nextInt(4) * random.nextInt(20);
    int changing = random.nextInt(3);
    var lifetime = Duration.ofSeconds(1L << random.nextInt(4, 24));
    while (life.events.size() < length) {
      life.now = life.now.plusSeconds(random.nextInt(100));
      int what = random.nextInt(100);
      if (what < revoking) {
        life.revoked(random.nextInt(life.generation));
      } else if (what < revoking + changing) {
        life.events.add(new PasswordChanged(ADA, SESSION, VERIFIER, life.now));
      } else if (what > 97) {
        life.events.add(life.role(random));
      } else {
        life.refreshed(lifetime);
      }
    }
    life.end(random);
    return life;
  }

  static LongLife refreshedOnly(int times) {
    var life = new LongLife(false);
    for (int i = 0; i < times; i++) {
      life.now = life.now.plusSeconds(1);
      life.refreshed(Duration.ofMinutes(10));
    }
    return life;
  }

  void begin(Family family, boolean restricted) {
    events.add(
        new SessionStarted(SESSION, ADA, family, SignInMethod.PASSWORD, EVER, restricted, now));
  }

  void refreshed(Duration lifetime) {
    var access =
        new AccessGrant(
            jti(generation),
            new KeyId("k"),
            "i",
            "a",
            "c",
            "s",
            List.of(),
            now,
            now.plus(lifetime));
    events.add(
        new TokensIssued(SESSION, ADA, access, new RefreshGrant(generation, HASH, EVER), now));
    generation++;
  }

  void revoked(int number) {
    events.add(new AccessTokenRevoked(SESSION, ADA, jti(number), now));
  }

  /** A version 7, as those of the mint are. */
  private static TokenId jti(int number) {
    return new TokenId(new UUID(0x7000, number));
  }

  void happened(Event event) {
    events.add(event);
  }

  private Event role(Random random) {
    var role = random.nextBoolean() ? Role.AUDITOR : Role.ADMIN;
    return random.nextBoolean() ? new RoleGranted(ADA, role, now) : new RoleRevoked(ADA, role, now);
  }

  private void end(Random random) {
    switch (random.nextInt(8)) {
      case 0 -> {
        events.add(new RefreshTokenReused(SESSION, ADA, 0, now));
        events.add(new SessionEnded(SESSION, ADA, EndReason.REFRESH_TOKEN_REUSED, now));
      }
      case 1 -> events.add(new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, now));
      case 2 -> events.add(new AccountLocked(ADA, now));
      case 3 -> events.add(new AllSessionsRevoked(ADA, now));
      case 4 -> events.add(new PasswordChanged(ADA, ELSEWHERE, VERIFIER, now));
      default -> events.add(new RoleGranted(ADA, new Role("billing"), now));
    }
    if (random.nextBoolean()) {
      events.add(new AccountUnlocked(ADA, now.plusSeconds(5)));
      events.add(new PasswordReset(ADA, VERIFIER, EVER, now.plusSeconds(9)));
    }
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** The first event of the session, its latest, and all of the account, in order. */
  List<Event> abridged(int latest) {
    long own = events.stream().filter(OfSession.class::isInstance).count();
    var abridged = new ArrayList<Event>();
    long number = 0;
    for (var event : events) {
      number += event instanceof OfSession ? 1 : 0;
      if (!(event instanceof OfSession) || number == 1 || number > own - latest) {
        abridged.add(event);
      }
    }
    return abridged;
  }

  static Session folded(List<Event> events) {
    var session = Session.NOTHING;
    for (var event : events) {
      session = Session.evolve(session, event);
    }
    return session;
  }
}
