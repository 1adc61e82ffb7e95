package dev.annals.query.forensics;

import dev.annals.crypto.Sealing;
import dev.annals.history.Histories;
import dev.annals.query.forensics.ProvenanceAnswer.Goodness;
import dev.annals.query.making.Finding;
import dev.annals.query.making.Judges;
import dev.annals.query.making.Making;
import dev.annals.query.making.SigningRing;
import dev.annals.query.making.Source;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.token.KeyRing;
import dev.annals.token.Recipient;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells where a token comes from: the judges' finding, and the story that the log has of it. */
public final class Provenance {
  private final Histories histories;
  private final Supplier<Judges> judges;
  private final Sightings sightings;
  private final Recipient recipient;
  private final InstantSource clock;

  /**
   * What it takes to tell.
   *
   * @param judges of this installation, once it has been founded
   * @param recipient who access tokens must be for by today's settings
   */
  public record Parts(
      Histories histories,
      Supplier<Judges> judges,
      Sealing sealing,
      Recipient recipient,
      InstantSource clock) {}

  public Provenance(Parts parts) {
    this.histories = parts.histories();
    this.judges = parts.judges();
    this.sightings = new Sightings(parts.sealing());
    this.recipient = parts.recipient();
    this.clock = parts.clock();
  }

  /** The story of a token, as far as it has been written down by now. */
  public ProvenanceAnswer of(TokenQuestion question) {
    var now = new Moment(histories.head(), clock.instant());
    var asked = new Asked(judged(question), question.when().orElse(now), now);
    return switch (asked.finding().source().orElse(null)) {
      case null -> unknown(asked);
      case Source.Token token -> ofSession(asked, Hold.of(token));
      case Source.Refresh refresh -> ofSession(asked, Hold.of(refresh));
      case Source.Secret secret -> ofKey(asked, secret);
    };
  }

  private record Asked(Finding finding, Moment when, Moment now) {}

  private Finding judged(TokenQuestion question) {
    return question
        .jti()
        .map(jti -> judges.get().judge(jti))
        .orElseGet(() -> judges.get().judge(question.token().orElseThrow()));
  }

  private ProvenanceAnswer unknown(Asked asked) {
    var finding = asked.finding();
    return new ProvenanceAnswer(
        finding.making(),
        finding.kind(),
        finding.why(),
        finding.differs(),
        key(finding),
        null,
        null,
        null,
        null,
        List.of(),
        neverGood(asked.when()),
        null,
        null,
        asked.now().position());
  }

  private static Goodness neverGood(Moment moment) {
    return new Goodness(
        moment.position(), moment.at(), false, "never", "No such token was ever good here.");
  }

  private ProvenanceAnswer ofSession(Asked asked, Hold hold) {
    var finding = asked.finding();
    var past = SessionPast.of(histories, hold.ref(), asked.now().position());
    var entry = finding.kid().flatMap(SigningRing.of(histories)::entry);
    var life = new TokenLife(hold, past, entry, recipient);
    var story = new SessionStory(past, hold, sightings);
    return new ProvenanceAnswer(
        finding.making(),
        finding.kind(),
        finding.why(),
        finding.differs(),
        key(finding),
        token(hold),
        hold.ref().account(),
        story.told().orElse(null),
        null,
        story.handled(),
        finding.making() == Making.ALTERED ? neverGood(asked.when()) : life.at(asked.when()),
        life.stopped(asked.now().at()).orElse(null),
        life.until(),
        asked.now().position());
  }

  private static ProvenanceAnswer.Token token(Hold hold) {
    return new ProvenanceAnswer.Token(
        hold.jti(),
        hold.issued().event() instanceof TokensIssued own ? own.refresh().generation() : null,
        hold.issued().position(),
        hold.issued().event().at(),
        hold.expiresAt());
  }

  private ProvenanceAnswer ofKey(Asked asked, Source.Secret secret) {
    var finding = asked.finding();
    var life = KeyLife.of(histories, secret, asked.now().position());
    return new ProvenanceAnswer(
        finding.making(),
        finding.kind(),
        finding.why(),
        finding.differs(),
        null,
        null,
        life.issued().account(),
        null,
        life.told(sightings),
        List.of(),
        life.at(asked.when()),
        life.stopped(asked.now().at()).orElse(null),
        life.until().orElse(null),
        asked.now().position());
  }

  private ProvenanceAnswer.@Nullable Key key(Finding finding) {
    return finding
        .kid()
        .flatMap(SigningRing.of(histories)::entry)
        .map(Provenance::told)
        .orElse(null);
  }

  private static ProvenanceAnswer.Key told(KeyRing.Entry<?> entry) {
    Optional<SigningKeyRetired> retired = entry.retired();
    return new ProvenanceAnswer.Key(
        entry.created().kid().value(),
        retired.isPresent() ? "retired" : "active",
        entry.created().at(),
        retired.map(SigningKeyRetired::at).orElse(null),
        retired.map(SigningKeyRetired::publishedUntil).orElse(null));
  }
}
