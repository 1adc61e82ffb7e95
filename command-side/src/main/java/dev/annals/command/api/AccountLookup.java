package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.account.Role;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Problem;
import dev.annals.command.gate.Vault;
import dev.annals.federation.FederatedSubject;
import dev.annals.history.Histories;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds accounts in the log. */
@Component
final class AccountLookup {
  private final Histories histories;
  private final Vault vault;

  AccountLookup(Histories histories, Vault vault) {
    this.histories = histories;
    this.vault = vault;
  }

  /** An account as an administrator sees it; of an erased one only that it is erased. */
  record View(
      AccountId accountId,
      String status,
      @Nullable String login,
      @Nullable String displayName,
      List<Role> roles,
      List<FederatedSubject> federatedSubjects,
      @Nullable Instant registeredAt) {}

  View view(AccountId id) {
    return switch (histories.current(Accounts.STREAM, id)) {
      case Account.Registered account -> view(id, account);
      case Account.Erased _ -> new View(id, "erased", null, null, List.of(), List.of(), null);
      case Account.Unknown _ -> throw Problem.of(Refusal.ACCOUNT_UNKNOWN);
    };
  }

  /** What somebody is called; nobody can be erased and call. */
  record Names(@Nullable String login, @Nullable String displayName) {}

  /** As of when the caller was recognised. */
  Names names(Caller caller) {
    return histories.recently().current(Accounts.STREAM, caller.account())
            instanceof Account.Registered account
        ? new Names(login(account), displayName(account))
        : new Names(null, null);
  }

  /** Goes on only for accounts whose data can be sealed. */
  void mustExist(AccountId id) {
    if (!(histories.current(Accounts.STREAM, id) instanceof Account.Registered)) {
      throw Problem.of(Refusal.ACCOUNT_UNKNOWN);
    }
  }

  private View view(AccountId id, Account.Registered account) {
    return new View(
        id,
        status(account),
        login(account),
        displayName(account),
        account.roles().stream().sorted(Comparator.comparing(Role::value)).toList(),
        account.subjects().stream().map(vault::federatedSubject).flatMap(Optional::stream).toList(),
        account.profile().registeredAt());
  }

  private @Nullable String login(Account.Registered account) {
    return vault.login(account.profile()).map(Login::value).orElse(null);
  }

  private @Nullable String displayName(Account.Registered account) {
    return vault.displayName(account.profile()).map(DisplayName::value).orElse(null);
  }

  private static String status(Account.Registered account) {
    if (account.disabled()) {
      return "disabled";
    }
    return account.locked() ? "locked" : "active";
  }
}
