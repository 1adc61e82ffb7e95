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

  /** Masked: it may hold a token that is good. */
  @Override
  public String toString() {
    return "TokenQuestion[…]";
  }
}
