package dev.annals.query.forensics;

import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.event.Envelope;
import dev.annals.query.forensics.ProvenanceAnswer.Holder;
import dev.annals.query.forensics.ProvenanceAnswer.Issue;
import dev.annals.query.forensics.ProvenanceAnswer.Session;
import dev.annals.query.forensics.ProvenanceAnswer.Sighting;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.TokenId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a session from the point of view of one of its tokens. */
final class SessionStory {
  /** Of a longer chain only the end is told. */
  private static final int LONGEST = 1_000;

  private final SessionPast past;
  private final Hold hold;
  private final Sightings sightings;

  SessionStory(SessionPast past, Hold hold, Sightings sightings) {
    this.past = past;
    this.hold = hold;
    this.sightings = sightings;
  }

  Optional<Session> told() {
    return past.own().stream()
        .filter(envelope -> envelope.event() instanceof SessionStarted)
        .findFirst()
        .map(this::told);
  }

  private Session told(Envelope began) {
    var event = (SessionStarted) began.event();
    var issues = past.own().stream().flatMap(envelope -> issue(envelope).stream()).toList();
    int leftOff = Math.max(0, issues.size() - LONGEST);
    return new Session(
        event.session(),
        event.family().value(),
        event.method().name().toLowerCase(Locale.ROOT),
        sightings.of(began, "signed in"),
        event.expiresAt(),
        issues.subList(leftOff, issues.size()),
        leftOff,
        holders(),
        alarms());
  }

  private Optional<Issue> issue(Envelope envelope) {
    return switch (envelope.event()) {
      case TokensIssued e ->
          Optional.of(issue(envelope, e.refresh().generation(), List.of(e.access().jti())));
      case ForeignTokensIssued e ->
          Optional.of(issue(envelope, null, e.tokens().stream().map(ForeignGrant::jti).toList()));
      default -> Optional.empty();
    };
  }

  private Issue issue(Envelope envelope, @Nullable Integer generation, List<TokenId> jtis) {
    return new Issue(
        envelope.position(),
        envelope.event().at(),
        generation,
        jtis,
        sightings.address(envelope.circumstances()),
        envelope.circumstances().userAgent().orElse(null),
        envelope.position() == hold.issued().position());
  }

  private List<Sighting> alarms() {
    return past.own().stream()
        .filter(envelope -> envelope.event() instanceof RefreshTokenReused)
        .map(envelope -> sightings.of(envelope, "showed a spent refresh token again"))
        .toList();
  }

  /** Who was given the token in question, and who showed it. */
  List<Sighting> handled() {
    return past.own().stream()
        .flatMap(envelope -> what(envelope).map(what -> sightings.of(envelope, what)).stream())
        .toList();
  }

  private Optional<String> what(Envelope envelope) {
    if (envelope.position() == hold.issued().position()) {
      return Optional.of("was given it");
    }
    return switch (envelope.event()) {
      case AccessTokenRevoked e when hold instanceof Hold.Token && e.jti().equals(hold.jti()) ->
          Optional.of("revoked it");
      case TokensIssued e
          when hold instanceof Hold.Refresh(var source)
              && e.refresh().generation() == source.generation() + 1 ->
          Optional.of("spent it");
      case RefreshTokenReused e
          when hold instanceof Hold.Refresh(var source) && e.generation() == source.generation() ->
          Optional.of("showed it again after it was spent");
      default -> Optional.empty();
    };
  }

  private record Place(@Nullable String address, @Nullable String userAgent) {}

  private List<Holder> holders() {
    var seen = new LinkedHashMap<Place, List<Sighting>>();
    Stream.concat(past.own().stream(), changes())
        .flatMap(envelope -> did(envelope).map(did -> sightings.of(envelope, did)).stream())
        .forEach(sighting ->
            seen.computeIfAbsent(
                    new Place(sighting.address(), sighting.userAgent()), _ -> new ArrayList<>())
                .add(sighting));
    return seen.entrySet().stream().map(entry -> holder(entry.getKey(), entry.getValue())).toList();
  }

  private Stream<Envelope> changes() {
    return past.all().stream()
        .filter(envelope ->
            envelope.event() instanceof PasswordChanged changed
                && changed.session().equals(hold.ref().session()));
  }

  private static Optional<String> did(Envelope envelope) {
    return switch (envelope.event()) {
      case SessionStarted _ -> Optional.of("signed in");
      case TokensIssued e when e.refresh().generation() == 0 -> Optional.empty();
      case TokensIssued _, ForeignTokensIssued _ -> Optional.of("was given tokens");
      case RefreshTokenReused _ -> Optional.of("showed a spent refresh token again");
      case AccessTokenRevoked _ -> Optional.of("revoked a token");
      case SessionEnded e ->
          Optional.of(
              switch (e.reason()) {
                case SIGNED_OUT -> "signed out";
                case REVOKED -> "revoked the session";
                case REFRESH_TOKEN_REUSED -> "showed a spent refresh token again";
              });
      case PasswordChanged _ -> Optional.of("changed the password");
      default -> Optional.empty();
    };
  }

  private static Holder holder(Place place, List<Sighting> seen) {
    var did = new TreeSet<String>();
    seen.forEach(sighting -> did.add(sighting.what()));
    return new Holder(
        place.address(),
        place.userAgent(),
        List.copyOf(did),
        seen.size(),
        seen.getFirst().position(),
        seen.getFirst().at(),
        seen.getLast().position(),
        seen.getLast().at());
  }
}
