package dev.annals.command.token;

import dev.annals.account.AccountId;
import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Instant;

/** Makes the tokens of the foreign families. */
public final class ForeignMint {
  private final SharedKeys keys;
  private final ForeignTokens tokens;

  public ForeignMint(SharedKeys keys, ForeignTokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /**
   * What a token is to say.
   *
   * @param payload the JWT's payload as its family's contract has it
   */
  public record Draft(
      TokenId jti, TokenUse use, Instant issuedAt, Instant expiresAt, String payload) {
    @Override
    public String toString() {
      return "Draft[" + jti + "]";
    }
  }

  /** A token that is worth nothing until its grant is in the log. */
  public record Minted(ForeignGrant grant, String token) {
    @Override
    public String toString() {
      return "Minted[" + grant.jti() + "]";
    }
  }

  public Minted mint(Family family, AccountId account, Draft draft) {
    var key = keys.active(family);
    var token = key.sign(draft.payload());
    var grant =
        new ForeignGrant(
            draft.jti(),
            key.kid(),
            draft.use(),
            draft.issuedAt(),
            draft.expiresAt(),
            tokens.seal(account, draft.payload()),
            tokens.hash(token));
    return new Minted(grant, token);
  }
}
