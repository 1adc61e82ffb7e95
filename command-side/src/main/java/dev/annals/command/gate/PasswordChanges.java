package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.ChangePassword;
import dev.annals.command.credential.ResetPassword;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Problem;
import dev.annals.command.password.Password;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.password.Violation;
import dev.annals.credential.WaitPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prepares the commands that replace a password. */
public final class PasswordChanges {
  private final PasswordProofs proofs;
  private final NewPasswords passwords;
  private final Vault vault;
  private final WaitPolicy waits;
  private final Duration oneTimeLifetime;
  private final InstantSource clock;

  /** What it takes to change a password. */
  public record Parts(
      PasswordProofs proofs,
      NewPasswords passwords,
      Vault vault,
      WaitPolicy policy,
      Duration oneTimeLifetime,
      InstantSource clock) {}

  public PasswordChanges(Parts parts) {
    this.proofs = parts.proofs();
    this.passwords = parts.passwords();
    this.vault = parts.vault();
    this.waits = parts.policy();
    this.oneTimeLifetime = parts.oneTimeLifetime();
    this.clock = parts.clock();
  }

  /** The own password, by who knows it. */
  public ChangePassword change(Person person, Password current, Password next) {
    return change(person, current, next, passwords.policy());
  }

  /** What a policy has against somebody's next password, for those who word that themselves. */
  public List<Violation> violations(AccountId account, Password next, PasswordPolicy policy) {
    return policy.check(next, words(account));
  }

  /** The same where another policy was promised. */
  public ChangePassword change(
      Person person, Password current, Password next, PasswordPolicy policy) {
    var account = person.account();
    NewPasswords.judge("new_password", violations(account, next, policy));
    var compared = proofs.compare(Optional.of(account), current);
    if (compared.isEmpty()) {
      throw Problem.of(Refusal.CURRENT_PASSWORD_REFUSED);
    }
    var attempt = new Attempt(account, compared.get().proof(), waits, clock.instant());
    return new ChangePassword(
        attempt, person.session(), passwords.verifier(account, next), isSame(current, next));
  }

  /** A password for one sign-in, by an administrator. */
  public ResetPassword reset(AccountId account, Password oneTime) {
    if (!(proofs.account(account) instanceof Account.Registered)) {
      throw Problem.of(Refusal.ACCOUNT_UNKNOWN);
    }
    NewPasswords.judge("one_time_password", violations(account, oneTime, passwords.policy()));
    var now = clock.instant();
    return new ResetPassword(
        account, passwords.verifier(account, oneTime), now.plus(oneTimeLifetime), now);
  }

  private static boolean isSame(Password one, Password other) {
    return Arrays.equals(one.utf8(), other.utf8());
  }

  private Set<String> words(AccountId account) {
    return proofs.account(account) instanceof Account.Registered known
        ? NewPasswords.words(vault.login(known.profile()), vault.displayName(known.profile()))
        : Set.of();
  }
}
