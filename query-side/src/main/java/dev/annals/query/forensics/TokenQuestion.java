package dev.annals.query.forensics;

import dev.annals.session.TokenId;
import java.util.Optional;

/**
 * Where a token comes from; either the token or its id is told, and never both.
 *
 * @param when was it good then? Empty for now
 */
public record TokenQuestion(Optional<String> token, Optional<TokenId> jti, Optional<Moment> when) {
  public TokenQuestion {
    if (token.isPresent() == jti.isPresent()) {
      throw new IllegalArgumentException("either a token or its jti");
    }
  }

  public static TokenQuestion shown(String token) {
    return new TokenQuestion(Optional.of(token), Optional.empty(), Optional.empty());
  }

  public static TokenQuestion named(TokenId jti) {
    return new TokenQuestion(Optional.empty(), Optional.of(jti), Optional.empty());
  }

  public TokenQuestion at(Moment moment) {
    return new TokenQuestion(token, jti, Optional.of(moment));
  }

  /** Masked: it may hold a token that is good. */
  @Override
  public String toString() {
    return "TokenQuestion[…]";
  }
}
