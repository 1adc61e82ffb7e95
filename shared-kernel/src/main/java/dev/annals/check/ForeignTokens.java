package dev.annals.check;

import dev.annals.account.AccountId;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SecretHash;
import dev.annals.session.ForeignGrant;
import java.util.Optional;

/** What the log keeps of a foreign family's token, and the token made again from it. */
public final class ForeignTokens {
  private static final String PURPOSE = "foreign-token";

  private final SharedKeys keys;
  private final Sealing sealing;
  private final KeyedHash hashing;

  public ForeignTokens(SharedKeys keys, Sealing sealing, KeyedHash hashing) {
    this.keys = keys;
    this.sealing = sealing;
    this.hashing = hashing;
  }

  /**
   * Keyed, unlike the hash of a random token: much of such a token can be guessed, and a person who
   * was erased must not be found out by trying.
   */
  public SecretHash hash(String token) {
    return new SecretHash(hashing.of(token));
  }

  /** What a token of this account says, for the log. */
  public Sealed seal(AccountId account, String payload) {
    return sealing.seal(account.dataKey(), PURPOSE, payload);
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
