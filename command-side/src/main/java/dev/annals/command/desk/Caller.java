package dev.annals.command.desk;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.check.Bearer;
import dev.annals.client.ApiKeyId;
import dev.annals.event.Actor;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.util.Set;

/** Who calls, proved by a token or a key that is good at this moment. Roles are those of now. */
public sealed interface Caller {
  AccountId account();

  Set<Role> roles();

  Actor actor();

  static Caller of(Bearer bearer) {
    return switch (bearer) {
      case Bearer.Person person -> Person.of(person);
      case Bearer.Machine(var account, var roles, var key) -> new Machine(account, roles, key);
    };
  }

  /**
   * Somebody who has signed in.
   *
   * @param restricted may do nothing but change the password
   */
  record Person(
      AccountId account, Set<Role> roles, SessionId session, TokenId token, boolean restricted)
      implements Caller {
    public static Person of(Bearer.Person person) {
      return new Person(
          person.account(), person.roles(), person.session(), person.token(), person.restricted());
    }

    @Override
    public Actor actor() {
      return Actor.account(account.value());
    }
  }

  /** A program that acts for an account. */
  record Machine(AccountId account, Set<Role> roles, ApiKeyId key) implements Caller {
    @Override
    public Actor actor() {
      return Actor.apiKey(key.value());
    }
  }

  default boolean is(Role role) {
    return roles().contains(role);
  }

  /** Goes on only for callers with this role. */
  default void must(Role role) {
    if (!is(role)) {
      throw Problem.of(403, "role-required", "This needs the role " + role + ".");
    }
  }
}
