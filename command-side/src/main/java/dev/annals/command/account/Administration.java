package dev.annals.command.account;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import java.util.List;
import java.util.stream.Stream;

/** An account and the administrator who decides about it: a decision on both at once. */
public record Administration(Id id, Account target, Account administrator) {
  public static final EventStream<Id, Administration> STREAM =
      new EventStream<>(
          "administration", Administration::nothing, Administration::evolve, Administration::facts);

  /** Who decides about whom. */
  public record Id(AccountId target, AccountId by) {}

  /** The right as it is when the decision is recorded, not as it was when the request came. */
  boolean isByAdministrator() {
    return administrator instanceof Account.Registered known
        && known.isUsable()
        && known.roles().contains(Role.ADMIN);
  }

  private static Administration nothing(Id id) {
    return new Administration(id, new Account.Unknown(), new Account.Unknown());
  }

  private static Administration evolve(Administration old, Event event) {
    return new Administration(
        old.id,
        folded(old.target, old.id.target(), event),
        folded(old.administrator, old.id.by(), event));
  }

  /** The two histories come as one, and neither account is told by the other's. */
  private static Account folded(Account account, AccountId id, Event event) {
    return tellsOf(id, event) ? Account.evolve(account, event) : account;
  }

  private static boolean tellsOf(AccountId id, Event event) {
    return switch (event) {
      case AccountEvent e -> e.account().equals(id);
      case CredentialEvent e -> e.account().equals(id);
      case FederationEvent e -> e.account().equals(id);
      default -> false;
    };
  }

  private static List<Facts> facts(Id id) {
    return Stream.of(id.target(), id.by()).distinct().map(Accounts::facts).toList();
  }
}
