package dev.annals.check;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyId;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.util.Set;

/** Whose token or key it is. Roles are those of now. */
public sealed interface Bearer {
  AccountId account();

  Set<Role> roles();

  /**
   * Somebody who has signed in.
   *
   * @param restricted may do nothing but change the password
   */
  record Person(
      AccountId account, Set<Role> roles, SessionId session, TokenId token, boolean restricted)
      implements Bearer {}

  /** A program that acts for an account. */
  record Machine(AccountId account, Set<Role> roles, ApiKeyId key) implements Bearer {}
}
