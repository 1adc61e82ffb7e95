package dev.annals.query.api;

import static dev.annals.query.api.Asked.ADMIN;
import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.SERVER;
import static dev.annals.query.api.Asked.TOWN;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.event.Actor;
import dev.annals.query.api.Town.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Things that happen to somebody in the shared town, and the audit trail that tells of them. */
final class Trail {
  private Trail() {}

  static Person person() {
    return TOWN.person("person-" + UUID.randomUUID() + "@example.com");
  }

  @CanIgnoreReturnValue
  static Answer ask(String query) {
    SERVER.reach(TOWN.log.confirmedHead().join());
    return SERVER.get("/v1/audit/events?" + query).by(AUDITOR).send().is(200);
  }

  static List<String> names(Answer answer) {
    return answer.list("events").stream().map(entry -> entry.at("/name").asString()).toList();
  }

  static void wrongPassword(Person person, int times) {
    TOWN.happened(
        TOWN.by(Actor.ANONYMOUS, person.account(), "203.0.113.9"),
        new PasswordRejected(person.account(), times, Optional.empty(), TOWN.now()),
        "account:" + person.account());
  }

  @CanIgnoreReturnValue
  static long lock(Person person) {
    return TOWN.happened(
        TOWN.by(Actor.account(ADMIN.account().value()), person.account(), "198.51.100.1"),
        new AccountLocked(person.account(), TOWN.now()),
        "account:" + person.account());
  }
}
