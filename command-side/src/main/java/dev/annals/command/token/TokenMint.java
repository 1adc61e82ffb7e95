package dev.annals.command.token;

import dev.annals.account.AccountId;
import dev.annals.check.SigningKeys;
import dev.annals.command.session.Terms;
import dev.annals.crypto.Randomness;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.token.RefreshToken;
import dev.annals.token.RefreshTokens;
import java.time.Instant;

/** Draws what the next pair of tokens needs, and signs it once the log has it. */
public final class TokenMint {
  private final SigningKeys keys;
  private final RefreshTokens refreshTokens;
  private final Terms.Issuing issuing;
  private final Randomness randomness;

  public TokenMint(
      SigningKeys keys, RefreshTokens refreshTokens, Terms.Issuing issuing, Randomness randomness) {
    this.keys = keys;
    this.refreshTokens = refreshTokens;
    this.issuing = issuing;
    this.randomness = randomness;
  }

  /** A refresh token that is worth nothing until its hash is in the log, with the terms for it. */
  public record Blank(Terms terms, RefreshToken refreshToken) {}

  /** The first pair of a session. */
  public Blank first(SessionId session, AccountId account, Instant at) {
    return blank(refreshTokens.mint(session, account, 0), at);
  }

  /** The pair that follows when this refresh token is spent. */
  public Blank after(RefreshToken spent, Instant at) {
    int generation = Math.addExact(spent.generation(), 1);
    return blank(refreshTokens.mint(spent.session(), spent.account(), generation), at);
  }

  /** The access token that was issued: the same bytes whenever it is asked. */
  public String accessToken(TokensIssued issued) {
    return keys.accessToken(issued);
  }

  private Blank blank(RefreshToken token, Instant at) {
    var terms =
        new Terms(
            new TokenId(randomness.uuid7()),
            keys.active().kid(),
            issuing,
            token.generation(),
            token.hash(),
            at);
    return new Blank(terms, token);
  }
}
