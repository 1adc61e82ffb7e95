package dev.annals.query.random;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.event.Actor;
import dev.annals.federation.SubjectIndex;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People sign in, or try to. */
final class SignIns {
  private static final List<Family> FOREIGN =
      List.of(new Family("harbour"), new Family("meadow"), new Family("quarry"));
  private static final int FREE_ATTEMPTS = 5;

  private final World world;
  private final Tokens tokens;

  SignIns(World world, Tokens tokens) {
    this.world = world;
    this.tokens = tokens;
  }

  /** With the right password, as far as that helps. */
  void right(Person person, Instant at) {
    var family = world.chance(0.8) ? Family.ANNALS : world.oneOf(FOREIGN);
    world.request(Actor.ANONYMOUS, Optional.of(person.account), family.value(), at);
    var reason = obstacle(person, family, at);
    if (reason.isPresent()) {
      refuse(person, reason.get(), at);
      return;
    }
    var session = new SessionId(world.uuid(at));
    if (person.wrongPasswords > 0) {
      world.emit(new WrongPasswordsForgiven(person.account, at));
      person.wrongPasswords = 0;
      person.waitUntil = Optional.empty();
    }
    if (world.chance(0.01)) {
      var verifier = world.seal(person.account, "verifier", "$argon2id$");
      world.emit(new PasswordRehashed(person.account, verifier, at));
    }
    if (person.oneTimeUntil.isPresent()) {
      world.emit(new OneTimePasswordUsed(person.account, session, at));
      person.oneTimeUsed = true;
    }
    begin(person, session, family, SignInMethod.PASSWORD, at);
  }

  /** Another issuer vouches for them. */
  void federated(Person person, Instant at) {
    if (person.subjects.isEmpty()) {
      return;
    }
    world.request(Actor.ANONYMOUS, Optional.of(person.account), "annals", at);
    if (!person.isUsable()) {
      refuse(person, person.locked ? RefusalReason.LOCKED : RefusalReason.DISABLED, at);
      return;
    }
    begin(person, new SessionId(world.uuid(at)), Family.ANNALS, SignInMethod.FEDERATED, at);
  }

  private void begin(
      Person person, SessionId session, Family family, SignInMethod method, Instant at) {
    var lifetime = family.equals(Family.ANNALS) ? Duration.ofDays(7) : Duration.ofDays(20);
    boolean restricted = method == SignInMethod.PASSWORD && person.oneTimeUntil.isPresent();
    var started =
        new SessionStarted(
            session, person.account, family, method, at.plus(lifetime), restricted, at);
    world.emit(started);
    person.fold(session, started);
    tokens.issue(person, session, at);
  }

  private static Optional<RefusalReason> obstacle(Person person, Family family, Instant at) {
    if (!person.hasPassword) {
      return Optional.of(RefusalReason.NO_PASSWORD);
    }
    if (person.waitUntil.isPresent() && at.isBefore(person.waitUntil.get())) {
      return Optional.of(RefusalReason.WAITING);
    }
    if (!person.isUsable()) {
      return Optional.of(person.locked ? RefusalReason.LOCKED : RefusalReason.DISABLED);
    }
    return person.oneTimeUntil.flatMap(until -> oneTimeObstacle(person, until, family, at));
  }

  private static Optional<RefusalReason> oneTimeObstacle(
      Person person, Instant until, Family family, Instant at) {
    if (person.oneTimeUsed) {
      return Optional.of(RefusalReason.ONE_TIME_PASSWORD_USED);
    }
    if (!at.isBefore(until)) {
      return Optional.of(RefusalReason.ONE_TIME_PASSWORD_EXPIRED);
    }
    return family.equals(Family.ANNALS)
        ? Optional.empty()
        : Optional.of(RefusalReason.PASSWORD_CHANGE_REQUIRED);
  }

  private void refuse(Person person, RefusalReason reason, Instant at) {
    world.emit(new SignInRefused(Optional.of(person.account), person.login, reason, at));
  }

  /** With wrong passwords, one after the other. */
  void wrong(Person person, Instant first) {
    var at = first;
    for (int i = 1 + world.random.nextInt(7); i > 0; i--) {
      world.request(Actor.ANONYMOUS, Optional.of(person.account), "annals", at);
      wrongOnce(person, at);
      at = world.later(Duration.ofSeconds(4));
    }
  }

  private void wrongOnce(Person person, Instant at) {
    var obstacle = obstacle(person, Family.ANNALS, at);
    if (obstacle.isPresent() && !obstacle.get().name().startsWith("ONE_TIME")) {
      refuse(person, obstacle.get(), at);
      return;
    }
    person.wrongPasswords++;
    person.waitUntil =
        person.wrongPasswords < FREE_ATTEMPTS
            ? Optional.empty()
            : Optional.of(at.plusSeconds(1L << Math.min(10, person.wrongPasswords)));
    world.emit(new PasswordRejected(person.account, person.wrongPasswords, person.waitUntil, at));
  }

  /** Somebody whom nobody knows. */
  void strangers(Person somebody, Instant at) {
    Optional<AccountId> nobody = Optional.empty();
    world.request(Actor.ANONYMOUS, nobody, world.oneOf(FOREIGN).value(), at);
    if (world.chance(0.7)) {
      var login = new LoginIndex(world.hash());
      world.emit(new SignInRefused(nobody, login, RefusalReason.UNKNOWN_LOGIN, at));
    } else if (world.chance(0.5)) {
      world.emit(new StrangerRefused(new SubjectIndex(world.hash()), at));
    } else {
      world.ownAccord();
      world.emit(
          new RefusalsCounted(
              RefusalReason.THROTTLED, somebody.hashCode() & 0xff, at.minusSeconds(60), at));
    }
  }
}
