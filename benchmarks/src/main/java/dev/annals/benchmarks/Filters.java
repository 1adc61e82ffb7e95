package dev.annals.benchmarks;

import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.event.Actor;
import dev.annals.event.EventName;
import dev.annals.query.trail.Filter;
import dev.annals.session.Family;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** By what the audit trail is looked through: each filter alone, and in company. */
final class Filters {
  static final List<String> WAYS =
      List.of(
          "nothing",
          "account",
          "session",
          "actor",
          "name",
          "outcome",
          "family",
          "address",
          "account name",
          "account outcome",
          "account actor",
          "account address",
          "session name",
          "actor name",
          "actor outcome",
          "actor family",
          "name outcome",
          "name family",
          "name address",
          "outcome family",
          "outcome address",
          "family address",
          "name outcome family",
          "name family address",
          "actor name family",
          "account session actor name outcome family address");

  private static final List<String> NAMES =
      EventCatalogue.names().stream().map(EventName::name).toList();
  private static final List<String> OUTCOMES = List.of("accepted", "refused", "noted");
  private static final List<String> FAMILIES = List.of("annals", "harbour", "meadow", "nobody");

  private final QueriedLog asked;
  private final Random random;

  Filters(QueriedLog asked, Random random) {
    this.asked = asked;
    this.random = random;
  }

  /** With values that occur, often or seldom, though maybe never together. */
  Filter by(String way) {
    var facets = Set.of(way.split(" ", -1));
    var account = asked.account(random);
    return new Filter(
        Optional.of(account).filter(_ -> facets.contains("account")),
        Optional.of(asked.session(random)).filter(_ -> facets.contains("session")),
        Optional.of(actor(account)).filter(_ -> facets.contains("actor")),
        Optional.of(QueriedLog.any(NAMES, random)).filter(_ -> facets.contains("name")),
        Optional.of(QueriedLog.any(OUTCOMES, random)).filter(_ -> facets.contains("outcome")),
        Optional.of(family()).filter(_ -> facets.contains("family")),
        Optional.of(asked.address(random)).filter(_ -> facets.contains("address")));
  }

  private Family family() {
    return new Family(QueriedLog.any(FAMILIES, random));
  }

  private Actor actor(AccountId account) {
    return switch (random.nextInt(4)) {
      case 0 -> Actor.ANONYMOUS;
      case 1 -> Actor.SYSTEM;
      default -> Actor.account(account.value());
    };
  }
}
