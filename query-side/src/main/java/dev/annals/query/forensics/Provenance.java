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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells where a token comes from: the judges' finding, and the story that the log has of it. */
public final class Provenance {
  private final Histories histories;
  private final Judges judges;
  private final Sightings sightings;
  private final Moments moments;
  private final Recipient recipient;

  /**
   * What it takes to tell.
   *
   * @param recipient who access tokens must be for by today's settings
   */
  public record Parts(
      Histories histories, Judges judges, Sealing sealing, Moments moments, Recipient recipient) {}

  public Provenance(Parts parts) {
    this.histories = parts.histories();
    this.judges = parts.judges();
    this.sightings = new Sightings(parts.sealing());
    this.moments = parts.moments();
    this.recipient = parts.recipient();
  }

  /** The story of a token. */
  public ProvenanceAnswer of(TokenQuestion question) {
    long head = histories.head();
    var finding =
        question
            .jti()
            .map(judges::judge)
            .orElseGet(() -> judges.judge(question.token().orElseThrow()));
    return switch (finding.source().orElse(null)) {
      case null -> unknown(finding, question, head);
      case Source.Token token -> ofSession(finding, question, Hold.of(token), head);
      case Source.Refresh refresh -> ofSession(finding, question, Hold.of(refresh), head);
      case Source.Secret secret -> ofKey(finding, question, secret, head);
    };
  }

  private ProvenanceAnswer unknown(Finding finding, TokenQuestion question, long head) {
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
        neverGood(question.moment(moments)),
        null,
        null,
        head);
  }

  private static Goodness neverGood(Moment moment) {
    return new Goodness(
        moment.position(), moment.at(), false, "never", "No such token was ever good here.");
  }

  private ProvenanceAnswer ofSession(
      Finding finding, TokenQuestion question, Hold hold, long head) {
    var past = SessionPast.of(histories, hold.ref(), head);
    var entry = finding.kid().flatMap(SigningRing.of(histories)::entry);
    var life = new TokenLife(hold, past, entry, recipient);
    var story = new SessionStory(past, hold, sightings);
    var moment = question.moment(moments);
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
        finding.making() == Making.ALTERED ? neverGood(moment) : life.at(moment),
        life.stopped(moments.now().at()).orElse(null),
        life.until(),
        head);
  }

  private static ProvenanceAnswer.Token token(Hold hold) {
    return new ProvenanceAnswer.Token(
        hold.jti(),
        hold.issued().event() instanceof TokensIssued own ? own.refresh().generation() : null,
        hold.issued().position(),
        hold.issued().event().at(),
        hold.expiresAt());
  }

  private ProvenanceAnswer ofKey(
      Finding finding, TokenQuestion question, Source.Secret secret, long head) {
    var life = KeyLife.of(histories, secret, head);
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
        life.at(question.moment(moments)),
        life.stopped(moments.now().at()).orElse(null),
        life.until().orElse(null),
        head);
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
