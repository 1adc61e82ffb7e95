package dev.annals.command.credential;

import dev.annals.account.AccountId;
import dev.annals.command.account.Credential;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.WaitPolicy;
import java.time.Instant;

/** A password that was typed for an account, with what the hashing said of it. */
public record Attempt(AccountId account, PasswordProof proof, WaitPolicy policy, Instant at) {
  /** Was it compared with a verifier that is no longer in force? */
  public boolean isStale(Credential credential) {
    return !credential.verifier().equals(proof.comparedWith());
  }

  /** One more wrong password, and what follows from it. */
  public PasswordRejected rejected(Credential credential) {
    int consecutive = credential.wrongOnes() + 1;
    return new PasswordRejected(account, consecutive, policy.after(consecutive, at), at);
  }
}
