package dev.annals.history;

import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.TokenId;
import java.util.List;
import java.util.Optional;

/** Which session a foreign token is of; its own text does not say. */
public record TokenOrigin(TokenId jti, Optional<Issued> issued) {
  public static final EventStream<TokenId, TokenOrigin> STREAM =
      new EventStream<>(
          "token",
          jti -> new TokenOrigin(jti, Optional.empty()),
          TokenOrigin::evolve,
          jti -> List.of(Facts.tagged("token:" + jti)));

  /** What was issued, in which session. */
  public record Issued(Ref ref, ForeignGrant grant) {}

  private static TokenOrigin evolve(TokenOrigin origin, Event event) {
    return event instanceof ForeignTokensIssued issued ? origin.in(issued) : origin;
  }

  private TokenOrigin in(ForeignTokensIssued event) {
    var ref = new Ref(event.session(), event.account());
    return event.tokens().stream()
        .filter(grant -> grant.jti().equals(jti))
        .findFirst()
        .map(grant -> new TokenOrigin(jti, Optional.of(new Issued(ref, grant))))
        .orElse(this);
  }
}
