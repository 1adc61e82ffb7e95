package dev.annals.command.login;

import dev.annals.account.LoginIndex;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import java.util.List;

/** How login claims are put together. */
public final class LoginClaims {
  public static final EventStream<LoginIndex, LoginClaim> STREAM =
      new EventStream<>(
          "login", LoginClaim::free, LoginClaim::evolve, login -> List.of(facts(login)));

  private LoginClaims() {}

  /** Everything that gave the login to somebody or freed it. */
  public static Facts facts(LoginIndex login) {
    return Facts.tagged("login:" + login);
  }
}
