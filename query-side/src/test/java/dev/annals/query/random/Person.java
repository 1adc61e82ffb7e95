package dev.annals.query.random;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyId;
import dev.annals.event.Actor;
import dev.annals.event.Event;
import dev.annals.federation.SubjectIndex;
import dev.annals.session.SessionId;
import dev.annals.token.Standing;
import dev.annals.token.Standing.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Somebody in a random history, as far as it matters to what may happen to them next. */
final class Person {
  final AccountId account;
  LoginIndex login;
  boolean hasPassword;
  boolean locked;
  boolean disabled;
  boolean erased;
  Optional<Instant> oneTimeUntil = Optional.empty();
  boolean oneTimeUsed;
  int wrongPasswords;
  Optional<Instant> waitUntil = Optional.empty();
  final TreeSet<String> roles = new TreeSet<>();
  final List<SubjectIndex> subjects = new ArrayList<>();
  final List<ApiKeyId> keys = new ArrayList<>();
  final Map<SessionId, Live> sessions = new LinkedHashMap<>();

  Person(AccountId account, LoginIndex login) {
    this.account = account;
    this.login = login;
  }

  Actor actor() {
    return Actor.account(account.value());
  }

  boolean isUsable() {
    return !locked && !disabled && !erased;
  }

  List<Role> roles() {
    return roles.stream().map(Role::new).toList();
  }

  void passwordIsSet(Optional<Instant> goodOnceUntil) {
    hasPassword = true;
    oneTimeUntil = goodOnceUntil;
    oneTimeUsed = false;
    wrongPasswords = 0;
    waitUntil = Optional.empty();
  }

  /** Those that have neither ended nor expired; the others are forgotten. */
  List<Live> live(Instant at) {
    sessions.values().removeIf(session -> !at.isBefore(session.expiresAt()));
    return List.copyOf(sessions.values());
  }

  /** What an event means for the sessions. */
  void fold(Event event) {
    for (var live : List.copyOf(sessions.values())) {
      if (Standing.evolve(live, event) instanceof Live after) {
        sessions.put(live.session(), after);
      } else {
        sessions.remove(live.session());
      }
    }
  }

  void fold(SessionId session, Event event) {
    Standing before = sessions.get(session);
    if (Standing.evolve(before == null ? new Standing.Unknown() : before, event)
        instanceof Live after) {
      sessions.put(session, after);
    } else {
      sessions.remove(session);
    }
  }
}
