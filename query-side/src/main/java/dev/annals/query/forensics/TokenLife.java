package dev.annals.query.forensics;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.event.Envelope;
import dev.annals.query.forensics.ProvenanceAnswer.Goodness;
import dev.annals.query.forensics.ProvenanceAnswer.Stop;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.token.KeyRing;
import dev.annals.token.Recipient;
import dev.annals.token.SigningKeyEvent;
import dev.annals.token.Standing.Live;
import java.time.Instant;
import java.util.Optional;

/** When a token of a session was good, and what ended that. */
final class TokenLife {
  private final Hold hold;
  private final SessionPast past;
  private final Optional<KeyRing.Entry<? extends SigningKeyEvent>> key;
  private final Recipient recipient;

  TokenLife(
      Hold hold,
      SessionPast past,
      Optional<KeyRing.Entry<? extends SigningKeyEvent>> key,
      Recipient recipient) {
    this.hold = hold;
    this.past = past;
    this.key = key;
    this.recipient = recipient;
  }

  Goodness at(Moment moment) {
    if (moment.position() < hold.issued().position()) {
      return told(moment, "not_yet_issued", "It had not been issued yet.");
    }
    return switch (hold.judge(past.at(moment.position()), moment.at())) {
      case GOOD -> goodInHistory(moment);
      case EXPIRED -> told(moment, "expired", "Its time was up.");
      case TOKEN_OVER, SESSION_OVER -> told(moment, "over", over(moment));
      case UNKNOWN -> told(moment, "unknown", "Its session is not known.");
    };
  }

  private Goodness goodInHistory(Moment moment) {
    if (key.isPresent() && !key.get().isPublished(moment.at())) {
      return told(moment, "key_retired", "Its key was believed no more.");
    }
    if (hold instanceof Hold.Token
        && hold.issued().event() instanceof TokensIssued issued
        && !(issued.access().issuer().equals(recipient.issuer())
            && issued.access().audience().equals(recipient.audience()))) {
      return told(
          moment, "other_recipient", "It names another issuer or audience than today's settings.");
    }
    return new Goodness(
        moment.position(), moment.at(), true, "good", "It was good at that moment.");
  }

  private static Goodness told(Moment moment, String reason, String sentence) {
    return new Goodness(moment.position(), moment.at(), false, reason, sentence);
  }

  private String over(Moment moment) {
    return ending()
        .filter(end -> end.position() <= moment.position())
        .map(end -> Endings.sentence(end.event(), hold))
        .orElse("It was over.");
  }

  /** Its own time, its session's, or its key's: whichever is up first. */
  Instant until() {
    var until = hold.expiresAt();
    if (past.at(hold.issued().position()) instanceof Live live) {
      until = earlier(until, live.expiresAt());
    }
    var retired = key.flatMap(KeyRing.Entry::retired);
    return retired.isPresent() ? earlier(until, retired.get().publishedUntil()) : until;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Empty while it is good, as of now. */
  Optional<Stop> stopped(Instant now) {
    var until = until();
    return ending()
        .filter(end -> end.event().at().isBefore(until))
        .map(this::stop)
        .or(() ->
            now.isBefore(until)
                ? Optional.empty()
                : Optional.of(new Stop(null, until, null, "Its time was up.")));
  }

  private Stop stop(Envelope end) {
    return new Stop(
        end.position(),
        end.event().at(),
        EventCatalogue.nameOf(end.event().getClass()).name(),
        Endings.sentence(end.event(), hold));
  }

  private Optional<Envelope> ending() {
    return past.endOf(hold::goesOn, hold.issued().position());
  }
}
