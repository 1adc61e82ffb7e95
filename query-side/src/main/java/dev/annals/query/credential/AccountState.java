package dev.annals.query.credential;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent;
import dev.annals.crypto.Sealed;
import dev.annals.query.view.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an account was between two of its events, its attempts to sign in aside.
 *
 * @param login sealed; gone once the person is erased
 * @param roles sorted
 * @param locked by an administrator, who may have disabled it as well
 * @param password none for an account that only other issuers let in, and once it is erased
 */
public record AccountState(
    Optional<Sealed> login,
    Optional<Sealed> displayName,
    List<Role> roles,
    boolean locked,
    boolean disabled,
    boolean erased,
    Instant registeredAt,
    Optional<PasswordState> password) {
  public AccountState {
    roles = List.copyOf(roles);
  }

  public static AccountState registered(AccountRegistered e) {
    return new AccountState(
        Optional.of(e.login()),
        e.displayName(),
        List.of(),
        false,
        false,
        false,
        Micros.of(e.at()),
        Optional.empty());
  }

  /** In one word, the gravest first: {@code erased}, {@code disabled}, {@code locked}, active. */
  public String status() {
    if (erased) {
      return "erased";
    }
    if (disabled) {
      return "disabled";
    }
    return locked ? "locked" : "active";
  }

  /** What the account is after this event of its own; nothing comes after an erasure. */
  public AccountState after(AccountEvent event) {
    if (erased) {
      return this;
    }
    return switch (event) {
      case LoginChanged e ->
          new AccountState(
              Optional.of(e.login()),
              displayName,
              roles,
              locked,
              disabled,
              false,
              registeredAt,
              password);
      case RoleGranted e -> with(granted(e.role()));
      case RoleRevoked e -> with(roles.stream().filter(role -> !role.equals(e.role())).toList());
      case AccountLocked _ -> flagged(true, disabled);
      case AccountUnlocked _ -> flagged(false, disabled);
      case AccountDisabled _ -> flagged(locked, true);
      case AccountEnabled _ -> flagged(locked, false);
      case AccountErased _ -> erasure();
      case AccountRegistered _, AllSessionsRevoked _ -> this;
    };
  }

  /** What the account is after this event of its password. */
  public AccountState after(CredentialEvent event) {
    return erased ? this : with(PasswordState.after(password, event));
  }

  private AccountState erasure() {
    return new AccountState(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        false,
        true,
        registeredAt,
        Optional.empty());
  }

  private List<Role> granted(Role role) {
    if (roles.contains(role)) {
      return roles;
    }
    var more = new ArrayList<>(roles);
    more.add(role);
    more.sort(Comparator.comparing(Role::value));
    return more;
  }

  private AccountState flagged(boolean nowLocked, boolean nowDisabled) {
    return new AccountState(
        login, displayName, roles, nowLocked, nowDisabled, false, registeredAt, password);
  }

  private AccountState with(List<Role> others) {
    return new AccountState(
        login, displayName, others, locked, disabled, false, registeredAt, password);
  }

  private AccountState with(Optional<PasswordState> other) {
    return new AccountState(
        login, displayName, roles, locked, disabled, false, registeredAt, other);
  }
}
