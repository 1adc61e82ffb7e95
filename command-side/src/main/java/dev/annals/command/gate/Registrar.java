package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.command.login.ChangeLogin;
import dev.annals.command.login.LoginChange;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.password.Password;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.password.Violation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Prepares the commands that give somebody a login. */
public final class Registrar {
  private final Logins logins;
  private final NewPasswords passwords;
  private final Vault vault;
  private final InstantSource clock;

  public Registrar(Logins logins, NewPasswords passwords, Vault vault, InstantSource clock) {
    this.logins = logins;
    this.passwords = passwords;
    this.vault = vault;
    this.clock = clock;
  }

  /** Somebody who is to have an account. */
  public record Applicant(Login login, Password password, Optional<DisplayName> displayName) {}

  public RegisterAccount register(Applicant applicant) {
    return register(applicant, passwords.policy());
  }

  /** What a policy has against the applicant's password, for those who word that themselves. */
  public List<Violation> violations(Applicant applicant, PasswordPolicy policy) {
    var words = NewPasswords.words(Optional.of(applicant.login()), applicant.displayName());
    return policy.check(applicant.password(), words);
  }

  /** Everything that takes randomness, hashing or sealing is done when the command is made. */
  public RegisterAccount register(Applicant applicant, PasswordPolicy policy) {
    NewPasswords.judge("password", violations(applicant, policy));
    // Hashed before there is a data key: whoever is turned away here leaves nothing behind.
    var verifier = passwords.hash(applicant.password());
    var account = vault.prepare();
    return new RegisterAccount(
        logins.index(applicant.login()),
        account,
        vault.seal(account, applicant.login()),
        applicant.displayName().map(name -> vault.seal(account, name)),
        vault.seal(account, verifier),
        clock.instant());
  }

  public ChangeLogin changeLogin(AccountId account, Login login) {
    var id = new LoginChange.Id(account, logins.index(login));
    return new ChangeLogin(id, vault.seal(account, login), clock.instant());
  }
}
