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
import dev.annals.crypto.Sealed;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Judges a new password by the policy, hashes it, and seals the verifier. */
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

  /** Goes on only with a password that the policy allows. */
  void judge(String field, Password password, Set<String> words) {
    var violations = policy.check(password, words);
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
