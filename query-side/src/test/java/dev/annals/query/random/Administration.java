package dev.annals.query.random;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.crypto.Sealed;
import dev.annals.event.Actor;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.session.Family;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to accounts, by their owners and by administrators. */
final class Administration {
  private static final List<String> ROLES = List.of("admin", "auditor", "editor", "reader");

  /** So that most people are neither locked nor disabled. */
  private static final double RELUCTANCE = 0.85;

  private final World world;
  private final List<SubjectIndex> freeSubjects = new ArrayList<>();

  Administration(World world) {
    this.world = world;
  }

  Person register(Instant at) {
    var account = new AccountId(world.uuid(at));
    var person = new Person(account, new LoginIndex(world.hash()));
    world.seals.create(account.dataKey());
    world.request(Actor.ANONYMOUS, Optional.of(account), "annals", at);
    boolean federated = world.chance(0.1);
    world.emit(
        new AccountRegistered(
            account,
            person.login,
            world.seal(account, "login", "person-" + world.emitted() + "@example.org"),
            world.chance(0.6)
                ? Optional.of(world.seal(account, "display-name", "Person " + world.emitted()))
                : Optional.empty(),
            at));
    if (federated) {
      linkTo(person, new SubjectIndex(world.hash()), at);
    } else {
      world.emit(new PasswordSet(account, verifier(person), at));
      person.passwordIsSet(Optional.empty());
    }
    return person;
  }

  void changePassword(Person person, Instant at) {
    var live = person.live(at).stream().filter(s -> s.family().equals(Family.ANNALS)).toList();
    if (person.isUsable() && person.hasPassword && !live.isEmpty()) {
      request(person, at);
      var session = world.oneOf(live).session();
      tell(person, new PasswordChanged(person.account, session, verifier(person), at));
      person.passwordIsSet(Optional.empty());
    }
  }

  void resetPassword(Person person, Instant at) {
    request(person, at);
    var goodUntil = at.plus(Duration.ofHours(24));
    tell(person, new PasswordReset(person.account, verifier(person), goodUntil, at));
    person.passwordIsSet(Optional.of(goodUntil));
  }

  void lockOrUnlock(Person person, Instant at) {
    if (!person.locked && world.chance(RELUCTANCE)) {
      return;
    }
    request(person, at);
    tell(
        person,
        person.locked
            ? new AccountUnlocked(person.account, at)
            : new AccountLocked(person.account, at));
    person.locked = !person.locked;
  }

  void disableOrEnable(Person person, Instant at) {
    if (!person.disabled && world.chance(RELUCTANCE)) {
      return;
    }
    request(person, at);
    tell(
        person,
        person.disabled
            ? new AccountEnabled(person.account, at)
            : new AccountDisabled(person.account, at));
    person.disabled = !person.disabled;
  }

  void revokeSessions(Person person, Instant at) {
    request(person, at);
    tell(person, new AllSessionsRevoked(person.account, at));
  }

  void role(Person person, Instant at) {
    var role = world.oneOf(ROLES);
    request(person, at);
    if (person.roles.add(role)) {
      world.emit(new RoleGranted(person.account, new Role(role), at));
    } else {
      person.roles.remove(role);
      world.emit(new RoleRevoked(person.account, new Role(role), at));
    }
  }

  void rename(Person person, Instant at) {
    var login = new LoginIndex(world.hash());
    request(person, at);
    world.emit(
        new LoginChanged(
            person.account,
            person.login,
            login,
            world.seal(person.account, "login", "renamed-" + world.emitted() + "@example.org"),
            at));
    person.login = login;
  }

  /** Mostly a key of its own; else the one service token, which may be imposed again and again. */
  void issueKey(Person person, Instant at) {
    if (!person.isUsable()) {
      return;
    }
    boolean service = world.chance(0.3);
    var kind = service ? KeyKind.SERVICE_TOKEN : KeyKind.API_KEY;
    var key = service ? ApiKeyId.of(person.account, kind) : new ApiKeyId(world.uuid(at));
    Optional<Instant> expiresAt =
        world.chance(0.4) ? Optional.of(at.plus(Duration.ofDays(3))) : Optional.empty();
    request(person, at);
    world.emit(
        new ApiKeyIssued(
            key, person.account, kind, "key " + world.emitted(), world.secret(), expiresAt, at));
    person.keys.remove(key);
    person.keys.add(key);
  }

  void rotateOrRevokeKey(Person person, Instant at) {
    if (person.keys.isEmpty()) {
      return;
    }
    var key = world.oneOf(person.keys);
    request(person, at);
    if (world.chance(0.6)) {
      var grace = world.chance(0.3) ? Duration.ZERO : Duration.ofHours(world.random.nextInt(72));
      world.emit(new ApiKeyRotated(key, world.secret(), at.plus(grace), at));
    } else {
      world.emit(new ApiKeyRevoked(key, at));
      person.keys.remove(key);
    }
  }

  void linkOrUnlink(Person person, Instant at) {
    request(person, at);
    if (person.subjects.isEmpty() || world.chance(0.5)) {
      if (person.isUsable()) {
        boolean known = !freeSubjects.isEmpty() && world.chance(0.5);
        linkTo(person, known ? freeSubjects.removeLast() : new SubjectIndex(world.hash()), at);
      }
    } else {
      unlink(person, at);
    }
  }

  private void linkTo(Person person, SubjectIndex subject, Instant at) {
    var name = world.seal(person.account, "federated-subject", "https://id.example\n" + subject);
    world.emit(new FederatedSubjectLinked(person.account, subject, name, at));
    person.subjects.add(subject);
  }

  private void unlink(Person person, Instant at) {
    var subject = person.subjects.removeFirst();
    world.emit(new FederatedSubjectUnlinked(person.account, subject, at));
    freeSubjects.add(subject);
  }

  void erase(Person person, Instant at) {
    request(person, at);
    while (!person.subjects.isEmpty()) {
      unlink(person, at);
    }
    tell(person, new AccountErased(person.account, person.login, at));
    person.erased = true;
  }

  void answer(Person person, Instant at) {
    request(person, at);
    world.emit(new CommandAnswered(world.hash(), world.hash(), world.hash(), at));
  }

  private void request(Person person, Instant at) {
    world.request(person.actor(), Optional.of(person.account), "annals", at);
  }

  private Sealed verifier(Person person) {
    return world.seal(person.account, "verifier", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");
  }

  private void tell(Person person, Event event) {
    world.emit(event);
    person.fold(event);
  }
}
