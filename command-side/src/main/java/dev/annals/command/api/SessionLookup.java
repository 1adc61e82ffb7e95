package dev.annals.command.api;

import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Surroundings;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.event.Circumstances;
import dev.annals.event.Envelope;
import dev.annals.history.Histories;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.token.Standing.Live;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds sessions in the log. */
@Component
final class SessionLookup {
  private final Histories histories;
  private final Sealing sealing;
  private final InstantSource clock;

  SessionLookup(Histories histories, Sealing sealing, InstantSource clock) {
    this.histories = histories;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** A session as its owner sees it. */
  record View(
      SessionId sessionId,
      String family,
      Instant startedAt,
      Instant expiresAt,
      @Nullable String address,
      @Nullable String userAgent,
      boolean current) {}

  /** Whose session it is. */
  Optional<Ref> find(SessionId session) {
    return histories.events(Sessions.of(session)).stream()
        .map(Envelope::event)
        .filter(SessionStarted.class::isInstance)
        .map(event -> new Ref(session, ((SessionStarted) event).account()))
        .findFirst();
  }

  /** The owner's sessions that go on. */
  List<View> live(Person person) {
    return histories.events(Sessions.heldBy(person.account())).stream()
        .flatMap(envelope -> view(envelope, person))
        .toList();
  }

  private Stream<View> view(Envelope envelope, Person person) {
    return envelope.event() instanceof SessionStarted started
            && clock.instant().isBefore(started.expiresAt())
            && isLive(started)
        ? Stream.of(view(started, envelope.circumstances(), person))
        : Stream.empty();
  }

  private boolean isLive(SessionStarted started) {
    var ref = new Ref(started.session(), started.account());
    return histories.current(Sessions.STREAM, ref).standing() instanceof Live;
  }

  private View view(SessionStarted started, Circumstances circumstances, Person person) {
    return new View(
        started.session(),
        started.family().value(),
        started.at(),
        started.expiresAt(),
        circumstances.address().flatMap(this::open).orElse(null),
        circumstances.userAgent().orElse(null),
        started.session().equals(person.session()));
  }

  private Optional<String> open(Sealed address) {
    return sealing.open(address, Surroundings.ADDRESS);
  }
}
