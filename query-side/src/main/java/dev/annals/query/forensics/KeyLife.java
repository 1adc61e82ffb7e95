package dev.annals.query.forensics;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import dev.annals.history.ApiKeys;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
import dev.annals.history.Holders;
import dev.annals.history.Rights;
import dev.annals.query.forensics.ProvenanceAnswer.ApiKeyStory;
import dev.annals.query.forensics.ProvenanceAnswer.Goodness;
import dev.annals.query.forensics.ProvenanceAnswer.Sighting;
import dev.annals.query.forensics.ProvenanceAnswer.Stop;
import dev.annals.query.making.Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A secret of an API key, service token or private token: when it was good, what ended that. */
final class KeyLife {
  private static final Set<Class<? extends Event>> OF_THE_ACCOUNT =
      Arrays.stream(AccountEvent.class.getPermittedSubclasses())
          .map(kind -> kind.<Event>asSubclass(Event.class))
          .collect(Collectors.toUnmodifiableSet());

  private final Source.Secret secret;
  private final List<Envelope> own;
  private final List<Envelope> account;

  private KeyLife(Source.Secret secret, List<Envelope> own, List<Envelope> account) {
    this.secret = secret;
    this.own = own;
    this.account = account;
  }

  static KeyLife of(Histories histories, Source.Secret secret, long upTo) {
    var own = SessionPast.until(histories.events(ApiKeys.facts(secret.key())), upTo);
    var owner = first(own).account();
    var facts = new Facts(Holders.facts(owner).tag(), OF_THE_ACCOUNT);
    return new KeyLife(secret, own, SessionPast.until(histories.events(facts), upTo));
  }

  private static ApiKeyIssued first(List<Envelope> own) {
    return own.stream()
        .map(Envelope::event)
        .filter(ApiKeyIssued.class::isInstance)
        .map(ApiKeyIssued.class::cast)
        .findFirst()
        .orElseThrow();
  }

  ApiKeyIssued issued() {
    return first(own);
  }

  ApiKeyStory told(Sightings sightings) {
    var secrets = own.stream().filter(envelope -> gives(envelope.event())).toList();
    int mine = 1;
    while (mine < secrets.size() && !secret.isGivenBy(secrets.get(mine - 1).event())) {
      mine++;
    }
    return new ApiKeyStory(
        secret.key().toString(), issued().name(), mine, secrets.size(), events(sightings));
  }

  private static boolean gives(Event event) {
    return event instanceof ApiKeyIssued || event instanceof ApiKeyRotated;
  }

  private List<Sighting> events(Sightings sightings) {
    return own.stream()
        .map(envelope ->
            sightings.of(envelope, EventCatalogue.nameOf(envelope.event().getClass()).name()))
        .toList();
  }

  Goodness at(Moment moment) {
    boolean given =
        own.stream()
            .anyMatch(envelope ->
                envelope.position() <= moment.position() && secret.isGivenBy(envelope.event()));
    if (!given) {
      return told(moment, "not_yet_issued", "It had not been issued yet.");
    }
    if (!keyAt(moment.position()).accepts(secret.hash(), moment.at())) {
      return told(moment, "over", "It had been revoked or replaced, or its time was up.");
    }
    return rightsAt(moment.position()).filter(Rights::areUsable).isPresent()
        ? new Goodness(moment.position(), moment.at(), true, "good", "It was good at that moment.")
        : told(moment, "owner", "Its owner was locked, disabled or erased.");
  }

  private static Goodness told(Moment moment, String reason, String sentence) {
    return new Goodness(moment.position(), moment.at(), false, reason, sentence);
  }

  private ApiKey keyAt(long position) {
    ApiKey key = new ApiKey.Unknown();
    for (var envelope : SessionPast.until(own, position)) {
      key = ApiKey.evolve(key, envelope.event());
    }
    return key;
  }

  private Optional<Rights> rightsAt(long position) {
    Optional<Rights> rights = Optional.empty();
    for (var envelope : SessionPast.until(account, position)) {
      rights =
          switch (envelope.event()) {
            case AccountRegistered _ -> Optional.of(Rights.FIRST);
            case AccountErased _ -> Optional.empty();
            case AccountEvent e -> rights.map(held -> held.evolve(e));
            default -> rights;
          };
    }
    return rights;
  }

  /** For good: a lock of the owner can be lifted, and counts only for the moment. */
  Optional<Stop> stopped(Instant now) {
    return Stream.of(expiry(), replacement(), revocation(), erasure())
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Stop::at))
        .filter(stop -> !now.isBefore(stop.at()));
  }

  Optional<Instant> until() {
    return Stream.of(expiry(), replacement())
        .flatMap(Optional::stream)
        .map(Stop::at)
        .min(Comparator.naturalOrder());
  }

  private Optional<Stop> expiry() {
    return given()
        .flatMap(_ -> latestIssue().expiresAt())
        .map(end -> new Stop(null, end, null, "Its time was up."));
  }

  private ApiKeyIssued latestIssue() {
    long mine = given().map(Envelope::position).orElse(Long.MAX_VALUE);
    return own.stream()
        .filter(envelope -> envelope.position() <= mine)
        .map(Envelope::event)
        .filter(ApiKeyIssued.class::isInstance)
        .map(ApiKeyIssued.class::cast)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** Given again, it begins anew; rotated, the one before is good for a while. */
  private Optional<Stop> replacement() {
    return after().filter(envelope -> gives(envelope.event())).findFirst().map(this::replaced);
  }

  private Stop replaced(Envelope by) {
    return by.event() instanceof ApiKeyRotated e
        ? stop(by, later(e.previousGoodUntil(), e.at()), "Another secret took its place.")
        : stop(by, by.event().at(), "It was given anew with another secret.");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Optional<Stop> revocation() {
    return after()
        .filter(envelope -> envelope.event() instanceof ApiKeyRevoked)
        .findFirst()
        .map(envelope -> stop(envelope, envelope.event().at(), "The key was revoked."));
  }

  private Optional<Stop> erasure() {
    return account.stream()
        .filter(envelope -> envelope.event() instanceof AccountErased)
        .findFirst()
        .map(envelope -> stop(envelope, envelope.event().at(), "Its owner was erased."));
  }

  private static Stop stop(Envelope by, Instant at, String sentence) {
    var name = EventCatalogue.nameOf(by.event().getClass()).name();
    return new Stop(by.position(), at, name, sentence);
  }

  private Optional<Envelope> given() {
    return own.stream()
        .filter(envelope -> secret.isGivenBy(envelope.event()))
        .reduce((_, later) -> later);
  }

  private Stream<Envelope> after() {
    long mine = given().map(Envelope::position).orElse(Long.MAX_VALUE);
    return own.stream().filter(envelope -> envelope.position() > mine);
  }
}
