package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Accounts;
import dev.annals.command.credential.PasswordProof;
import dev.annals.command.password.Password;
import dev.annals.command.password.PasswordHashing;
import dev.annals.command.password.Verifier;
import dev.annals.crypto.Sealed;
import dev.annals.history.Histories;
import java.util.Optional;

/**
 * Compares passwords, outside any transaction. However a comparison ends, it has cost exactly one
 * hashing: nobody learns from the time it took whether there was anything to compare with.
 */
public final class PasswordProofs {
  private final Histories histories;
  private final Vault vault;
  private final PasswordHashing hashing;

  public PasswordProofs(Histories histories, Vault vault, PasswordHashing hashing) {
    this.histories = histories;
    this.vault = vault;
    this.hashing = hashing;
  }

  /** What a password was compared with and how it went, on the account as it was then. */
  record Compared(Registered account, PasswordProof proof, Verifier verifier) {}

  /**
   * Empty when there is no such account, or none with a password; the work is done all the same.
   */
  Optional<Compared> compare(Optional<AccountId> account, Password password) {
    var compared = account.flatMap(id -> compare(id, password));
    if (compared.isEmpty()) {
      hashing.decoy(password);
    }
    return compared;
  }

  private Optional<Compared> compare(AccountId id, Password password) {
    return histories.current(Accounts.STREAM, id) instanceof Registered account
        ? compare(account, password)
        : Optional.empty();
  }

  private Optional<Compared> compare(Registered account, Password password) {
    Optional<Sealed> sealed = account.credential().map(credential -> credential.verifier());
    return sealed
        .flatMap(vault::verifier)
        .map(verifier -> {
          boolean matches = hashing.matches(password, verifier);
          var proof = new PasswordProof(sealed.get(), matches);
          return new Compared(account, proof, verifier);
        });
  }

  /** The account, for whoever has proved nothing yet. */
  Account account(AccountId id) {
    return histories.current(Accounts.STREAM, id);
  }

  /** A verifier with today's parameters, if a right password was compared with an older one. */
  Optional<Sealed> rehashed(AccountId account, Compared compared, Password password) {
    return compared.proof().matches() && hashing.isOutdated(compared.verifier())
        ? Optional.of(vault.seal(account, hashing.hash(password)))
        : Optional.empty();
  }
}
