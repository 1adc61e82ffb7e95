package dev.annals.command.gate;

import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.token.TokenMint;
import dev.annals.command.token.TokenPair;
import dev.annals.session.SessionEvent.TokensIssued;

/** Finds in an accepted decision the tokens it issued, and makes the pair of them. */
public final class SignedIn {
  private SignedIn() {}

  public static TokenPair pair(Accepted accepted, TokenMint mint, TokenMint.Blank blank) {
    var issued =
        accepted.events().stream()
            .filter(TokensIssued.class::isInstance)
            .map(TokensIssued.class::cast)
            .findFirst()
            .orElseThrow();
    return TokenPair.of(issued, mint.accessToken(issued), blank.refreshToken().reveal());
  }
}
