package dev.annals.command.token;

import dev.annals.account.AccountId;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SecretHash;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Instant;
import java.util.Optional;

/** Makes the tokens of the foreign families, and makes any of them again from the log. */
public final class ForeignMint {
  private static final String PURPOSE = "foreign-token";

  private final SharedKeys keys;
  private final Sealing sealing;
  private final KeyedHash hashing;

  public ForeignMint(SharedKeys keys, Sealing sealing, KeyedHash hashing) {
    this.keys = keys;
    this.sealing = sealing;
    this.hashing = hashing;
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
            sealing.seal(account.dataKey(), PURPOSE, draft.payload()),
            hash(hashing, token));
    return new Minted(grant, token);
  }

  /**
   * Keyed, unlike the hash of a random token: much of such a token can be guessed, and a person who
   * was erased must not be found out by trying.
   */
  static SecretHash hash(KeyedHash hashing, String token) {
    return new SecretHash(hashing.of(token));
  }

  /** The token that was issued: the same bytes whenever it is asked, until the person is erased. */
  public Optional<String> token(ForeignGrant grant) {
    return payload(grant).flatMap(payload -> keys.byId(grant.kid()).map(key -> key.sign(payload)));
  }

  /** What the token says; empty once the person is erased. */
  public Optional<String> payload(ForeignGrant grant) {
    return sealing.open(grant.payload(), PURPOSE);
  }
}
