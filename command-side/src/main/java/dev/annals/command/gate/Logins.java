package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.Login;
import dev.annals.account.LoginIndex;
import dev.annals.command.login.LoginClaims;
import dev.annals.crypto.BlindIndex;
import dev.annals.history.Histories;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds whom a login leads to without its being written anywhere. */
public final class Logins {
  private final BlindIndex index;
  private final Histories histories;

  public Logins(BlindIndex index, Histories histories) {
    this.index = index;
    this.histories = histories;
  }

  public LoginIndex index(Login login) {
    return new LoginIndex(index.of(login.value()));
  }

  /** Of what somebody typed: where no login could be so, nothing leads anywhere. */
  LoginIndex index(String typed) {
    try {
      return index(new Login(typed));
    } catch (IllegalArgumentException _) {
      return new LoginIndex(index.of(unlikeAnyLogin(typed)));
    }
  }

  /** Whatever was typed, half a character perhaps, as text that can be hashed and is no login. */
  private static String unlikeAnyLogin(String typed) {
    return typed.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(" ", "\n", ""));
  }

  public Optional<AccountId> holder(LoginIndex login) {
    return histories.current(LoginClaims.STREAM, login).holder();
  }
}
