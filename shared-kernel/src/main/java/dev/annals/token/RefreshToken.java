package dev.annals.token;

import dev.annals.account.AccountId;
import dev.annals.crypto.SecretHash;
import dev.annals.session.SessionId;

/**
 * A refresh token that is truly ours: it says of which session it is and how many came before it,
 * so that a spent one is told from a forged one without keeping the hashes of all spent ones.
 */
public final class RefreshToken {
  private final SessionId session;
  private final AccountId account;
  private final int generation;
  private final String text;

  RefreshToken(SessionId session, AccountId account, int generation, String text) {
    this.session = session;
    this.account = account;
    this.generation = generation;
    this.text = text;
  }

  public SessionId session() {
    return session;
  }

  public AccountId account() {
    return account;
  }

  /** 0 for the one that the sign-in gave, one more with each refresh. */
  public int generation() {
    return generation;
  }

  /** What the log keeps of it. */
  public SecretHash hash() {
    return SecretHash.of(text);
  }

  /** The token itself, for the client and for nobody else. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "RefreshToken[session=" + session + ", generation=" + generation + "]";
  }
}
