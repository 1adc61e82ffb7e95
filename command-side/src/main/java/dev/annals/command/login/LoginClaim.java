package dev.annals.command.login;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.event.Event;
import java.util.Optional;

/** Whom a login leads to, if anyone. */
public record LoginClaim(LoginIndex login, Optional<AccountId> holder) {
  static LoginClaim free(LoginIndex login) {
    return new LoginClaim(login, Optional.empty());
  }

  public static LoginClaim evolve(LoginClaim claim, Event event) {
    return switch (event) {
      case AccountRegistered e when e.loginIndex().equals(claim.login) -> claim.by(e.account());
      case LoginChanged e when e.loginIndex().equals(claim.login) -> claim.by(e.account());
      case LoginChanged e when e.previous().equals(claim.login) -> free(claim.login);
      case AccountErased e when e.loginIndex().equals(claim.login) -> free(claim.login);
      default -> claim;
    };
  }

  private LoginClaim by(AccountId account) {
    return new LoginClaim(login, Optional.of(account));
  }
}
