package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Problem.FieldError;
import dev.annals.command.password.Password;
import dev.annals.command.password.PasswordHashing;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.password.Verifier;
import dev.annals.command.password.Violation;
import dev.annals.crypto.Sealed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a new password by the policy, hashes it, and seals the verifier. The policy is this
 * installation's, except where an API has always promised another.
 */
public final class NewPasswords {
  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final Vault vault;

  public NewPasswords(PasswordPolicy policy, PasswordHashing hashing, Vault vault) {
    this.policy = policy;
    this.hashing = hashing;
    this.vault = vault;
  }

  /** Words that a person's password should not be. */
  static Set<String> words(Optional<Login> login, Optional<DisplayName> name) {
    var words = new HashSet<String>();
    login.ifPresent(known -> {
      words.add(known.value());
      words.add(known.localPart());
    });
    name.ifPresent(known -> words.add(known.value()));
    return words;
  }

  /** What this installation expects of passwords. */
  PasswordPolicy policy() {
    return policy;
  }

  /** Goes on only with a password that has nothing against it. */
  static void judge(String field, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.fields(
          violations.stream()
              .map(violation -> new FieldError(field, violation.sentence()))
              .toList());
    }
  }

  Verifier hash(Password password) {
    return hashing.hash(password);
  }

  Sealed verifier(AccountId account, Password password) {
    return vault.seal(account, hash(password));
  }
}
