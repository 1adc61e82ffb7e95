package dev.annals.query.forensics;

import dev.annals.session.TokenId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a token comes from; either the token or its id is told, and never both.
 *
 * @param when was it good then? Empty for now
 */
public record TokenQuestion(Optional<String> token, Optional<TokenId> jti, Optional<When> when) {
  public TokenQuestion {
    if (token.isPresent() == jti.isPresent()) {
      throw new IllegalArgumentException("either a token or its jti");
    }
  }

  /** A position or an instant. */
  public sealed interface When {
    /** Right after the event at a position. */
    record Position(long value) implements When {}

    /** Before the first event that happened later. */
    record At(Instant value) implements When {}
  }

  public static TokenQuestion shown(String token) {
    return new TokenQuestion(Optional.of(token), Optional.empty(), Optional.empty());
  }

  public static TokenQuestion named(TokenId jti) {
    return new TokenQuestion(Optional.empty(), Optional.of(jti), Optional.empty());
  }

  public TokenQuestion at(When moment) {
    return new TokenQuestion(token, jti, Optional.of(moment));
  }

  Moment moment(Moments moments) {
    return switch (when.orElse(null)) {
      case null -> moments.now();
      case When.Position(long position) -> moments.at(position);
      case When.At(Instant at) -> moments.at(at);
    };
  }

  /** Masked: it may hold a token that is good. */
  @Override
  public String toString() {
    return "TokenQuestion[…]";
  }
}
